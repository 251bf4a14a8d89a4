/** The texts of every rule. Written by `npm run docs`. */
import { engine } from '../../src/i18n/zh/engine.js'
import auditComplete from '../audit/complete/zh.js'
import auditUnused from '../audit/unused/zh.js'
import certificateChainComplete from '../certificate/chain-complete/zh.js'
import certificateChainOrder from '../certificate/chain-order/zh.js'
import certificateChainSurplus from '../certificate/chain-surplus/zh.js'
import certificateDistrustedCa from '../certificate/distrusted-ca/zh.js'
import certificateEncoding from '../certificate/encoding/zh.js'
import certificateExpiresSoon from '../certificate/expires-soon/zh.js'
import certificateExtendedKeyUsage from '../certificate/extended-key-usage/zh.js'
import certificateHostname from '../certificate/hostname/zh.js'
import certificateKeyMatch from '../certificate/key-match/zh.js'
import certificateKeyStrength from '../certificate/key-strength/zh.js'
import certificateKeyUsage from '../certificate/key-usage/zh.js'
import certificateKind from '../certificate/kind/zh.js'
import certificateLifetime from '../certificate/lifetime/zh.js'
import certificatePath from '../certificate/path/zh.js'
import certificateRevocation from '../certificate/revocation/zh.js'
import certificateSelfSigned from '../certificate/self-signed/zh.js'
import certificateSignatureAlgorithm from '../certificate/signature-algorithm/zh.js'
import certificateTransparency from '../certificate/transparency/zh.js'
import certificateTrusted from '../certificate/trusted/zh.js'
import certificateValidity from '../certificate/validity/zh.js'
import dnsConsistent from '../dns/consistent/zh.js'
import dnsIpv6 from '../dns/ipv6/zh.js'
import dnsPrivateAddress from '../dns/private-address/zh.js'
import dnsResolves from '../dns/resolves/zh.js'
import domainDuplicate from '../domain/duplicate/zh.js'
import domainForbiddenHost from '../domain/forbidden-host/zh.js'
import domainIcpFiling from '../domain/icp-filing/zh.js'
import domainIcpTld from '../domain/icp-tld/zh.js'
import domainIpAddress from '../domain/ip-address/zh.js'
import domainLimit from '../domain/limit/zh.js'
import domainLocalhost from '../domain/localhost/zh.js'
import domainPort from '../domain/port/zh.js'
import domainPublicSuffix from '../domain/public-suffix/zh.js'
import domainScheme from '../domain/scheme/zh.js'
import domainSubdomain from '../domain/subdomain/zh.js'
import domainSyntax from '../domain/syntax/zh.js'
import httpCharset from '../http/charset/zh.js'
import httpJson from '../http/json/zh.js'
import httpReachable from '../http/reachable/zh.js'
import httpRedirect from '../http/redirect/zh.js'
import httpResponseTime from '../http/response-time/zh.js'
import httpStatus from '../http/status/zh.js'
import httpTurnedAway from '../http/turned-away/zh.js'
import httpWebsocket from '../http/websocket/zh.js'
import httpWellFormed from '../http/well-formed/zh.js'
import projectAppSecret from '../project/app-secret/zh.js'
import projectCallOption from '../project/call-option/zh.js'
import projectCoverage from '../project/coverage/zh.js'
import projectDeprecatedApi from '../project/deprecated-api/zh.js'
import projectForbiddenHost from '../project/forbidden-host/zh.js'
import projectInsecureScheme from '../project/insecure-scheme/zh.js'
import projectIpAddress from '../project/ip-address/zh.js'
import projectMethodCase from '../project/method-case/zh.js'
import projectNetworkTimeout from '../project/network-timeout/zh.js'
import projectPageResource from '../project/page-resource/zh.js'
import projectRefererHeader from '../project/referer-header/zh.js'
import projectScanSetting from '../project/scan-setting/zh.js'
import projectSeenHost from '../project/seen-host/zh.js'
import projectSeveralSockets from '../project/several-sockets/zh.js'
import projectSilentClient from '../project/silent-client/zh.js'
import projectSocketAddress from '../project/socket-address/zh.js'
import projectUnaccountedHost from '../project/unaccounted-host/zh.js'
import projectUnlistedDomain from '../project/unlisted-domain/zh.js'
import projectUnusedDomain from '../project/unused-domain/zh.js'
import projectUrlCheck from '../project/url-check/zh.js'
import projectUrlEncoding from '../project/url-encoding/zh.js'
import projectUrlLength from '../project/url-length/zh.js'
import projectVendoredLibrary from '../project/vendored-library/zh.js'
import tlsAtsCipher from '../tls/ats-cipher/zh.js'
import tlsClientCertificate from '../tls/client-certificate/zh.js'
import tlsClientHandshake from '../tls/client-handshake/zh.js'
import tlsHelloSize from '../tls/hello-size/zh.js'
import tlsLegacyAndroid from '../tls/legacy-android/zh.js'
import tlsObsoleteVersion from '../tls/obsolete-version/zh.js'
import tlsReachable from '../tls/reachable/zh.js'
import tlsRefusal from '../tls/refusal/zh.js'
import tlsServerName from '../tls/server-name/zh.js'
import tlsVersion from '../tls/version/zh.js'
import vantageConsistent from '../vantage/consistent/zh.js'
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
