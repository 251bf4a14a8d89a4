/** The list of rules, in the order of reports: names, reachability, TLS, certificate, HTTP, source. */
import type { Clause, ReasonOf, Rule } from '../src/engine/rule.js'
import auditComplete from './audit/complete.js'
import auditUnused from './audit/unused.js'
import chainComplete from './certificate/chain-complete.js'
import chainOrder from './certificate/chain-order.js'
import chainSurplus from './certificate/chain-surplus.js'
import distrustedCa from './certificate/distrusted-ca.js'
import encoding from './certificate/encoding.js'
import expiresSoon from './certificate/expires-soon.js'
import extendedKeyUsage from './certificate/extended-key-usage.js'
import hostname from './certificate/hostname.js'
import keyMatch from './certificate/key-match.js'
import keyStrength from './certificate/key-strength.js'
import keyUsage from './certificate/key-usage.js'
import kind from './certificate/kind.js'
import lifetime from './certificate/lifetime.js'
import path from './certificate/path.js'
import revocation from './certificate/revocation.js'
import selfSigned from './certificate/self-signed.js'
import signatureAlgorithm from './certificate/signature-algorithm.js'
import transparency from './certificate/transparency.js'
import trusted from './certificate/trusted.js'
import validity from './certificate/validity.js'
import consistent from './dns/consistent.js'
import ipv6 from './dns/ipv6.js'
import privateAddress from './dns/private-address.js'
import resolves from './dns/resolves.js'
import domainDuplicate from './domain/duplicate.js'
import domainForbiddenHost from './domain/forbidden-host.js'
import domainIcpFiling from './domain/icp-filing.js'
import domainIcpTld from './domain/icp-tld.js'
import domainIpAddress from './domain/ip-address.js'
import domainLimit from './domain/limit.js'
import domainLocalhost from './domain/localhost.js'
import domainPort from './domain/port.js'
import domainPublicSuffix from './domain/public-suffix.js'
import domainScheme from './domain/scheme.js'
import domainSubdomain from './domain/subdomain.js'
import domainSyntax from './domain/syntax.js'
import httpCharset from './http/charset.js'
import httpJson from './http/json.js'
import httpReachable from './http/reachable.js'
import httpRedirect from './http/redirect.js'
import httpResponseTime from './http/response-time.js'
import httpStatus from './http/status.js'
import httpTurnedAway from './http/turned-away.js'
import httpWebsocket from './http/websocket.js'
import projectAppSecret from './project/app-secret.js'
import projectCallOption from './project/call-option.js'
import projectCoverage from './project/coverage.js'
import projectDeprecatedApi from './project/deprecated-api.js'
import projectForbiddenHost from './project/forbidden-host.js'
import projectInsecureScheme from './project/insecure-scheme.js'
import projectIpAddress from './project/ip-address.js'
import projectMethodCase from './project/method-case.js'
import projectNetworkTimeout from './project/network-timeout.js'
import projectPageResource from './project/page-resource.js'
import projectRefererHeader from './project/referer-header.js'
import projectScanSetting from './project/scan-setting.js'
import projectSeenHost from './project/seen-host.js'
import projectSeveralSockets from './project/several-sockets.js'
import projectSilentClient from './project/silent-client.js'
import projectUnaccountedHost from './project/unaccounted-host.js'
import projectUnlistedDomain from './project/unlisted-domain.js'
import projectUnusedDomain from './project/unused-domain.js'
import projectUrlCheck from './project/url-check.js'
import projectUrlEncoding from './project/url-encoding.js'
import projectUrlLength from './project/url-length.js'
import projectVendoredLibrary from './project/vendored-library.js'
import atsCipher from './tls/ats-cipher.js'
import clientCertificate from './tls/client-certificate.js'
import clientHandshake from './tls/client-handshake.js'
import helloSize from './tls/hello-size.js'
import legacyAndroid from './tls/legacy-android.js'
import obsoleteVersion from './tls/obsolete-version.js'
import reachable from './tls/reachable.js'
import refusal from './tls/refusal.js'
import serverName from './tls/server-name.js'
import version from './tls/version.js'

export const BUILT_IN_RULES = [
  auditComplete,
  auditUnused,
  domainScheme,
  domainIpAddress,
  domainLocalhost,
  domainForbiddenHost,
  domainPort,
  domainSyntax,
  domainLimit,
  domainDuplicate,
  domainSubdomain,
  domainPublicSuffix,
  domainIcpTld,
  domainIcpFiling,
  resolves,
  privateAddress,
  ipv6,
  consistent,
  reachable,
  refusal,
  version,
  legacyAndroid,
  obsoleteVersion,
  atsCipher,
  helloSize,
  clientHandshake,
  clientCertificate,
  serverName,
  kind,
  validity,
  expiresSoon,
  hostname,
  selfSigned,
  chainComplete,
  chainOrder,
  chainSurplus,
  keyMatch,
  trusted,
  distrustedCa,
  path,
  keyStrength,
  keyUsage,
  signatureAlgorithm,
  extendedKeyUsage,
  lifetime,
  transparency,
  revocation,
  encoding,
  httpReachable,
  httpRedirect,
  httpCharset,
  httpResponseTime,
  httpWebsocket,
  httpStatus,
  httpTurnedAway,
  httpJson,
  projectCoverage,
  projectUnlistedDomain,
  projectInsecureScheme,
  projectIpAddress,
  projectForbiddenHost,
  projectAppSecret,
  projectUrlLength,
  projectUrlEncoding,
  projectMethodCase,
  projectDeprecatedApi,
  projectRefererHeader,
  projectNetworkTimeout,
  projectCallOption,
  projectSeveralSockets,
  projectUrlCheck,
  projectPageResource,
  projectUnaccountedHost,
  projectSilentClient,
  projectVendoredLibrary,
  projectSeenHost,
  projectScanSetting,
  projectUnusedDomain,
] as const satisfies readonly Rule[]

type BuiltIn = (typeof BUILT_IN_RULES)[number]

export type RuleId = BuiltIn['id']

type EvidenceOf<R> = R extends { evidence?: infer E } ? NonNullable<E> : never

/** The reasons of each built-in rule: what its clauses must speak of, one and all. */
export type ReasonsById = { [R in BuiltIn as R['id']]: ReasonOf<EvidenceOf<R>> }

/** A clause about a built-in rule: one that forgets or misspells a reason does not compile. */
export type ClauseOf<Id extends RuleId> = Id extends RuleId ? Clause<Id, ReasonsById[Id]> : never
export type LevelsOf<Id extends RuleId> = ClauseOf<Id>['level']
/** The ids of one group, without it: `validity` of `certificate/validity`. */
export type NameIn<Group extends string> = {
  [Id in RuleId]: Id extends `${Group}/${infer Name}` ? Name : never
}[RuleId]

/** What each reason of each built-in rule carries, and what a pass rests on. */
export type EvidenceById = { [R in BuiltIn as R['id']]: EvidenceOf<R> }
