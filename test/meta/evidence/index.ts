/** One example of what each reason of each rule carries. A rule or reason without one does not compile. */
import type { EvidenceById } from '../../../rules/all.js'
import { audit } from './audit.js'
import { certificate } from './certificate.js'
import { dns } from './dns.js'
import { domain } from './domain.js'
import { http } from './http.js'
import { project } from './project.js'
import { tls } from './tls.js'

export const EVIDENCE: EvidenceById = {
  ...audit,
  ...certificate,
  ...dns,
  ...domain,
  ...http,
  ...project,
  ...tls,
}
