/** How reports use a rule's findings besides printing them. Written by `npm run docs`. */
import certificateChainComplete from './certificate/chain-complete/in-reports.js'
import certificateChainOrder from './certificate/chain-order/in-reports.js'
import certificateChainSurplus from './certificate/chain-surplus/in-reports.js'
import certificateExpiresSoon from './certificate/expires-soon/in-reports.js'
import certificateValidity from './certificate/validity/in-reports.js'
import dnsResolves from './dns/resolves/in-reports.js'
import projectCoverage from './project/coverage/in-reports.js'
import projectUnlistedDomain from './project/unlisted-domain/in-reports.js'
import type { InReports } from './texts/types.js'
import tlsAtsCipher from './tls/ats-cipher/in-reports.js'
import tlsClientHandshake from './tls/client-handshake/in-reports.js'
import tlsObsoleteVersion from './tls/obsolete-version/in-reports.js'
import tlsReachable from './tls/reachable/in-reports.js'
import tlsVersion from './tls/version/in-reports.js'

export const IN_REPORTS: Readonly<Record<string, InReports>> = {
  'dns/resolves': dnsResolves,
  'tls/reachable': tlsReachable,
  'tls/version': tlsVersion,
  'tls/obsolete-version': tlsObsoleteVersion,
  'tls/ats-cipher': tlsAtsCipher,
  'tls/client-handshake': tlsClientHandshake,
  'certificate/validity': certificateValidity,
  'certificate/expires-soon': certificateExpiresSoon,
  'certificate/chain-complete': certificateChainComplete,
  'certificate/chain-order': certificateChainOrder,
  'certificate/chain-surplus': certificateChainSurplus,
  'project/coverage': projectCoverage,
  'project/unlisted-domain': projectUnlistedDomain,
}
