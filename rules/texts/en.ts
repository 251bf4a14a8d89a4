/** The texts of every rule. Written by `npm run docs`. */
import { engine } from '../../src/i18n/en/engine.js'
import auditComplete from '../audit/complete/en.js'
import auditUnused from '../audit/unused/en.js'
import certificateChainComplete from '../certificate/chain-complete/en.js'
import certificateChainOrder from '../certificate/chain-order/en.js'
import certificateChainSurplus from '../certificate/chain-surplus/en.js'
import certificateDistrustedCa from '../certificate/distrusted-ca/en.js'
import certificateEncoding from '../certificate/encoding/en.js'
import certificateExpiresSoon from '../certificate/expires-soon/en.js'
import certificateExtendedKeyUsage from '../certificate/extended-key-usage/en.js'
import certificateHostname from '../certificate/hostname/en.js'
import certificateKeyMatch from '../certificate/key-match/en.js'
import certificateKeyStrength from '../certificate/key-strength/en.js'
import certificateKeyUsage from '../certificate/key-usage/en.js'
import certificateKind from '../certificate/kind/en.js'
import certificateLifetime from '../certificate/lifetime/en.js'
import certificatePath from '../certificate/path/en.js'
import certificateRevocation from '../certificate/revocation/en.js'
import certificateSelfSigned from '../certificate/self-signed/en.js'
import certificateSignatureAlgorithm from '../certificate/signature-algorithm/en.js'
import certificateTransparency from '../certificate/transparency/en.js'
import certificateTrusted from '../certificate/trusted/en.js'
import certificateValidity from '../certificate/validity/en.js'
import dnsConsistent from '../dns/consistent/en.js'
import dnsIpv6 from '../dns/ipv6/en.js'
import dnsPrivateAddress from '../dns/private-address/en.js'
import dnsResolves from '../dns/resolves/en.js'
import domainDuplicate from '../domain/duplicate/en.js'
import domainForbiddenHost from '../domain/forbidden-host/en.js'
import domainIcpFiling from '../domain/icp-filing/en.js'
import domainIcpTld from '../domain/icp-tld/en.js'
import domainIpAddress from '../domain/ip-address/en.js'
import domainLimit from '../domain/limit/en.js'
import domainLocalhost from '../domain/localhost/en.js'
import domainPort from '../domain/port/en.js'
import domainPublicSuffix from '../domain/public-suffix/en.js'
import domainScheme from '../domain/scheme/en.js'
import domainSubdomain from '../domain/subdomain/en.js'
import domainSyntax from '../domain/syntax/en.js'
import httpCharset from '../http/charset/en.js'
import httpJson from '../http/json/en.js'
import httpReachable from '../http/reachable/en.js'
import httpRedirect from '../http/redirect/en.js'
import httpResponseTime from '../http/response-time/en.js'
import httpStatus from '../http/status/en.js'
import httpTurnedAway from '../http/turned-away/en.js'
import httpWebsocket from '../http/websocket/en.js'
import httpWellFormed from '../http/well-formed/en.js'
import projectAppSecret from '../project/app-secret/en.js'
import projectCallOption from '../project/call-option/en.js'
import projectCoverage from '../project/coverage/en.js'
import projectDeprecatedApi from '../project/deprecated-api/en.js'
import projectForbiddenHost from '../project/forbidden-host/en.js'
import projectInsecureScheme from '../project/insecure-scheme/en.js'
import projectIpAddress from '../project/ip-address/en.js'
import projectMethodCase from '../project/method-case/en.js'
import projectNetworkTimeout from '../project/network-timeout/en.js'
import projectPageResource from '../project/page-resource/en.js'
import projectRefererHeader from '../project/referer-header/en.js'
import projectScanSetting from '../project/scan-setting/en.js'
import projectSeenHost from '../project/seen-host/en.js'
import projectSeveralSockets from '../project/several-sockets/en.js'
import projectSilentClient from '../project/silent-client/en.js'
import projectSocketAddress from '../project/socket-address/en.js'
import projectUnaccountedHost from '../project/unaccounted-host/en.js'
import projectUnlistedDomain from '../project/unlisted-domain/en.js'
import projectUnusedDomain from '../project/unused-domain/en.js'
import projectUrlCheck from '../project/url-check/en.js'
import projectUrlEncoding from '../project/url-encoding/en.js'
import projectUrlLength from '../project/url-length/en.js'
import projectVendoredLibrary from '../project/vendored-library/en.js'
import tlsAtsCipher from '../tls/ats-cipher/en.js'
import tlsClientCertificate from '../tls/client-certificate/en.js'
import tlsClientHandshake from '../tls/client-handshake/en.js'
import tlsHelloSize from '../tls/hello-size/en.js'
import tlsLegacyAndroid from '../tls/legacy-android/en.js'
import tlsObsoleteVersion from '../tls/obsolete-version/en.js'
import tlsReachable from '../tls/reachable/en.js'
import tlsRefusal from '../tls/refusal/en.js'
import tlsServerName from '../tls/server-name/en.js'
import tlsVersion from '../tls/version/en.js'
import vantageConsistent from '../vantage/consistent/en.js'
import type { RuleTexts, Said } from './types.js'

const rules: RuleTexts = {
  'audit/complete': auditComplete,
  'audit/unused': auditUnused,
  'domain/scheme': domainScheme,
  'domain/ip-address': domainIpAddress,
  'domain/localhost': domainLocalhost,
  'domain/forbidden-host': domainForbiddenHost,
  'domain/port': domainPort,
  'domain/syntax': domainSyntax,
  'domain/limit': domainLimit,
  'domain/duplicate': domainDuplicate,
  'domain/subdomain': domainSubdomain,
  'domain/public-suffix': domainPublicSuffix,
  'domain/icp-tld': domainIcpTld,
  'domain/icp-filing': domainIcpFiling,
  'dns/resolves': dnsResolves,
  'dns/private-address': dnsPrivateAddress,
  'dns/ipv6': dnsIpv6,
  'dns/consistent': dnsConsistent,
  'vantage/consistent': vantageConsistent,
  'tls/reachable': tlsReachable,
  'tls/refusal': tlsRefusal,
  'tls/version': tlsVersion,
  'tls/legacy-android': tlsLegacyAndroid,
  'tls/obsolete-version': tlsObsoleteVersion,
  'tls/ats-cipher': tlsAtsCipher,
  'tls/hello-size': tlsHelloSize,
  'tls/client-handshake': tlsClientHandshake,
  'tls/client-certificate': tlsClientCertificate,
  'tls/server-name': tlsServerName,
  'certificate/kind': certificateKind,
  'certificate/validity': certificateValidity,
  'certificate/expires-soon': certificateExpiresSoon,
  'certificate/hostname': certificateHostname,
  'certificate/self-signed': certificateSelfSigned,
  'certificate/chain-complete': certificateChainComplete,
  'certificate/chain-order': certificateChainOrder,
  'certificate/chain-surplus': certificateChainSurplus,
  'certificate/key-match': certificateKeyMatch,
  'certificate/trusted': certificateTrusted,
  'certificate/distrusted-ca': certificateDistrustedCa,
  'certificate/path': certificatePath,
  'certificate/key-strength': certificateKeyStrength,
  'certificate/key-usage': certificateKeyUsage,
  'certificate/signature-algorithm': certificateSignatureAlgorithm,
  'certificate/extended-key-usage': certificateExtendedKeyUsage,
  'certificate/lifetime': certificateLifetime,
  'certificate/transparency': certificateTransparency,
  'certificate/revocation': certificateRevocation,
  'certificate/encoding': certificateEncoding,
  'http/reachable': httpReachable,
  'http/redirect': httpRedirect,
  'http/charset': httpCharset,
  'http/response-time': httpResponseTime,
  'http/websocket': httpWebsocket,
  'http/status': httpStatus,
  'http/turned-away': httpTurnedAway,
  'http/well-formed': httpWellFormed,
  'http/json': httpJson,
  'project/coverage': projectCoverage,
  'project/unlisted-domain': projectUnlistedDomain,
  'project/socket-address': projectSocketAddress,
  'project/insecure-scheme': projectInsecureScheme,
  'project/ip-address': projectIpAddress,
  'project/forbidden-host': projectForbiddenHost,
  'project/app-secret': projectAppSecret,
  'project/url-length': projectUrlLength,
  'project/url-encoding': projectUrlEncoding,
  'project/method-case': projectMethodCase,
  'project/deprecated-api': projectDeprecatedApi,
  'project/referer-header': projectRefererHeader,
  'project/network-timeout': projectNetworkTimeout,
  'project/call-option': projectCallOption,
  'project/several-sockets': projectSeveralSockets,
  'project/url-check': projectUrlCheck,
  'project/page-resource': projectPageResource,
  'project/unaccounted-host': projectUnaccountedHost,
  'project/silent-client': projectSilentClient,
  'project/vendored-library': projectVendoredLibrary,
  'project/seen-host': projectSeenHost,
  'project/scan-setting': projectScanSetting,
  'project/unused-domain': projectUnusedDomain,
}
export const texts: Said = { ...engine, rules }
