/** What each reason of each rule carries, in an example. Written by `npm run docs`. */
import auditComplete from '../../rules/audit/complete/examples.js'
import auditUnused from '../../rules/audit/unused/examples.js'
import certificateChainComplete from '../../rules/certificate/chain-complete/examples.js'
import certificateChainOrder from '../../rules/certificate/chain-order/examples.js'
import certificateChainSurplus from '../../rules/certificate/chain-surplus/examples.js'
import certificateDistrustedCa from '../../rules/certificate/distrusted-ca/examples.js'
import certificateEncoding from '../../rules/certificate/encoding/examples.js'
import certificateExpiresSoon from '../../rules/certificate/expires-soon/examples.js'
import certificateExtendedKeyUsage from '../../rules/certificate/extended-key-usage/examples.js'
import certificateHostname from '../../rules/certificate/hostname/examples.js'
import certificateKeyMatch from '../../rules/certificate/key-match/examples.js'
import certificateKeyStrength from '../../rules/certificate/key-strength/examples.js'
import certificateKeyUsage from '../../rules/certificate/key-usage/examples.js'
import certificateKind from '../../rules/certificate/kind/examples.js'
import certificateLifetime from '../../rules/certificate/lifetime/examples.js'
import certificatePath from '../../rules/certificate/path/examples.js'
import certificateRevocation from '../../rules/certificate/revocation/examples.js'
import certificateSelfSigned from '../../rules/certificate/self-signed/examples.js'
import certificateSignatureAlgorithm from '../../rules/certificate/signature-algorithm/examples.js'
import certificateTransparency from '../../rules/certificate/transparency/examples.js'
import certificateTrusted from '../../rules/certificate/trusted/examples.js'
import certificateValidity from '../../rules/certificate/validity/examples.js'
import dnsConsistent from '../../rules/dns/consistent/examples.js'
import dnsIpv6 from '../../rules/dns/ipv6/examples.js'
import dnsPrivateAddress from '../../rules/dns/private-address/examples.js'
import dnsResolves from '../../rules/dns/resolves/examples.js'
import domainDuplicate from '../../rules/domain/duplicate/examples.js'
import domainForbiddenHost from '../../rules/domain/forbidden-host/examples.js'
import domainIcpFiling from '../../rules/domain/icp-filing/examples.js'
import domainIcpTld from '../../rules/domain/icp-tld/examples.js'
import domainIpAddress from '../../rules/domain/ip-address/examples.js'
import domainLimit from '../../rules/domain/limit/examples.js'
import domainLocalhost from '../../rules/domain/localhost/examples.js'
import domainPort from '../../rules/domain/port/examples.js'
import domainPublicSuffix from '../../rules/domain/public-suffix/examples.js'
import domainScheme from '../../rules/domain/scheme/examples.js'
import domainSubdomain from '../../rules/domain/subdomain/examples.js'
import domainSyntax from '../../rules/domain/syntax/examples.js'
import httpCharset from '../../rules/http/charset/examples.js'
import httpJson from '../../rules/http/json/examples.js'
import httpReachable from '../../rules/http/reachable/examples.js'
import httpRedirect from '../../rules/http/redirect/examples.js'
import httpResponseTime from '../../rules/http/response-time/examples.js'
import httpStatus from '../../rules/http/status/examples.js'
import httpTurnedAway from '../../rules/http/turned-away/examples.js'
import httpWebsocket from '../../rules/http/websocket/examples.js'
import httpWellFormed from '../../rules/http/well-formed/examples.js'
import type { EvidenceById } from '../../rules/ids.js'
import projectAppSecret from '../../rules/project/app-secret/examples.js'
import projectCallOption from '../../rules/project/call-option/examples.js'
import projectCoverage from '../../rules/project/coverage/examples.js'
import projectDeprecatedApi from '../../rules/project/deprecated-api/examples.js'
import projectForbiddenHost from '../../rules/project/forbidden-host/examples.js'
import projectInsecureScheme from '../../rules/project/insecure-scheme/examples.js'
import projectIpAddress from '../../rules/project/ip-address/examples.js'
import projectMethodCase from '../../rules/project/method-case/examples.js'
import projectNetworkTimeout from '../../rules/project/network-timeout/examples.js'
import projectPageResource from '../../rules/project/page-resource/examples.js'
import projectRefererHeader from '../../rules/project/referer-header/examples.js'
import projectScanSetting from '../../rules/project/scan-setting/examples.js'
import projectSeenHost from '../../rules/project/seen-host/examples.js'
import projectSeveralSockets from '../../rules/project/several-sockets/examples.js'
import projectSilentClient from '../../rules/project/silent-client/examples.js'
import projectSocketAddress from '../../rules/project/socket-address/examples.js'
import projectUnaccountedHost from '../../rules/project/unaccounted-host/examples.js'
import projectUnlistedDomain from '../../rules/project/unlisted-domain/examples.js'
import projectUnusedDomain from '../../rules/project/unused-domain/examples.js'
import projectUrlCheck from '../../rules/project/url-check/examples.js'
import projectUrlEncoding from '../../rules/project/url-encoding/examples.js'
import projectUrlLength from '../../rules/project/url-length/examples.js'
import projectVendoredLibrary from '../../rules/project/vendored-library/examples.js'
import tlsAtsCipher from '../../rules/tls/ats-cipher/examples.js'
import tlsClientCertificate from '../../rules/tls/client-certificate/examples.js'
import tlsClientHandshake from '../../rules/tls/client-handshake/examples.js'
import tlsHelloSize from '../../rules/tls/hello-size/examples.js'
import tlsLegacyAndroid from '../../rules/tls/legacy-android/examples.js'
import tlsObsoleteVersion from '../../rules/tls/obsolete-version/examples.js'
import tlsReachable from '../../rules/tls/reachable/examples.js'
import tlsRefusal from '../../rules/tls/refusal/examples.js'
import tlsServerName from '../../rules/tls/server-name/examples.js'
import tlsVersion from '../../rules/tls/version/examples.js'
import vantageConsistent from '../../rules/vantage/consistent/examples.js'

export const EXAMPLES: EvidenceById = {
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
