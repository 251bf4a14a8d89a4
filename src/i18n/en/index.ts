import type { Texts } from '../index.js'
import { withMend } from '../with-mend.js'
import { audit } from './audit.js'
import { certificate } from './certificate.js'
import { chain } from './chain.js'
import { dns } from './dns.js'
import { domain } from './domain.js'
import { ending } from './ending.js'
import { engine } from './engine.js'
import { guards } from './guards.js'
import { http } from './http.js'
import { kindTexts } from './kind.js'
import { mend } from './mend.js'
import { project } from './project.js'
import { refusalTexts } from './refusal.js'
import { revocation } from './revocation.js'
import { tls } from './tls.js'
import { unknown } from './unknown.js'
import { usage } from './usage.js'

export const en: Texts = {
  language: 'en',
  rules: withMend(
    {
      ...audit,
      ...domain,
      ...dns,
      ...tls,
      ...ending,
      ...refusalTexts,
      ...certificate,
      ...kindTexts,
      ...usage,
      ...chain,
      ...revocation,
      ...http,
      ...guards,
      ...project,
    } as Texts['rules'],
    mend,
  ),
  ...engine,
  unknown,
}
