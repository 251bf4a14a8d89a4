/** Every rule there is, in the order of reports. Written by `npm run docs`. */
import auditComplete from './audit/complete/rule.js'
import auditUnused from './audit/unused/rule.js'
import certificateChainComplete from './certificate/chain-complete/rule.js'
import certificateChainOrder from './certificate/chain-order/rule.js'
import certificateChainSurplus from './certificate/chain-surplus/rule.js'
import certificateDistrustedCa from './certificate/distrusted-ca/rule.js'
import certificateEncoding from './certificate/encoding/rule.js'
import certificateExpiresSoon from './certificate/expires-soon/rule.js'
import certificateExtendedKeyUsage from './certificate/extended-key-usage/rule.js'
import certificateHostname from './certificate/hostname/rule.js'
import certificateKeyMatch from './certificate/key-match/rule.js'
import certificateKeyStrength from './certificate/key-strength/rule.js'
import certificateKeyUsage from './certificate/key-usage/rule.js'
import certificateKind from './certificate/kind/rule.js'
import certificateLifetime from './certificate/lifetime/rule.js'
import certificatePath from './certificate/path/rule.js'
import certificateRevocation from './certificate/revocation/rule.js'
import certificateSelfSigned from './certificate/self-signed/rule.js'
import certificateSignatureAlgorithm from './certificate/signature-algorithm/rule.js'
import certificateTransparency from './certificate/transparency/rule.js'
import certificateTrusted from './certificate/trusted/rule.js'
import certificateValidity from './certificate/validity/rule.js'
import dnsConsistent from './dns/consistent/rule.js'
import dnsIpv6 from './dns/ipv6/rule.js'
import dnsPrivateAddress from './dns/private-address/rule.js'
import dnsResolves from './dns/resolves/rule.js'
import domainDuplicate from './domain/duplicate/rule.js'
import domainForbiddenHost from './domain/forbidden-host/rule.js'
import domainIcpFiling from './domain/icp-filing/rule.js'
import domainIcpTld from './domain/icp-tld/rule.js'
import domainIpAddress from './domain/ip-address/rule.js'
import domainLimit from './domain/limit/rule.js'
import domainLocalhost from './domain/localhost/rule.js'
import domainPort from './domain/port/rule.js'
import domainPublicSuffix from './domain/public-suffix/rule.js'
import domainScheme from './domain/scheme/rule.js'
import domainSubdomain from './domain/subdomain/rule.js'
import domainSyntax from './domain/syntax/rule.js'
import httpCharset from './http/charset/rule.js'
import httpJson from './http/json/rule.js'
import httpReachable from './http/reachable/rule.js'
import httpRedirect from './http/redirect/rule.js'
import httpResponseTime from './http/response-time/rule.js'
import httpStatus from './http/status/rule.js'
import httpTurnedAway from './http/turned-away/rule.js'
import httpWebsocket from './http/websocket/rule.js'
import httpWellFormed from './http/well-formed/rule.js'
import projectAppSecret from './project/app-secret/rule.js'
import projectCallOption from './project/call-option/rule.js'
import projectCoverage from './project/coverage/rule.js'
import projectDeprecatedApi from './project/deprecated-api/rule.js'
import projectForbiddenHost from './project/forbidden-host/rule.js'
import projectInsecureScheme from './project/insecure-scheme/rule.js'
import projectIpAddress from './project/ip-address/rule.js'
import projectMethodCase from './project/method-case/rule.js'
import projectNetworkTimeout from './project/network-timeout/rule.js'
import projectPageResource from './project/page-resource/rule.js'
import projectRefererHeader from './project/referer-header/rule.js'
import projectScanSetting from './project/scan-setting/rule.js'
import projectSeenHost from './project/seen-host/rule.js'
import projectSeveralSockets from './project/several-sockets/rule.js'
import projectSilentClient from './project/silent-client/rule.js'
import projectSocketAddress from './project/socket-address/rule.js'
import projectUnaccountedHost from './project/unaccounted-host/rule.js'
import projectUnlistedDomain from './project/unlisted-domain/rule.js'
import projectUnusedDomain from './project/unused-domain/rule.js'
import projectUrlCheck from './project/url-check/rule.js'
import projectUrlEncoding from './project/url-encoding/rule.js'
import projectUrlLength from './project/url-length/rule.js'
import projectVendoredLibrary from './project/vendored-library/rule.js'
import tlsAtsCipher from './tls/ats-cipher/rule.js'
import tlsClientCertificate from './tls/client-certificate/rule.js'
import tlsClientHandshake from './tls/client-handshake/rule.js'
import tlsHelloSize from './tls/hello-size/rule.js'
import tlsLegacyAndroid from './tls/legacy-android/rule.js'
import tlsObsoleteVersion from './tls/obsolete-version/rule.js'
import tlsReachable from './tls/reachable/rule.js'
import tlsRefusal from './tls/refusal/rule.js'
import tlsServerName from './tls/server-name/rule.js'
import tlsVersion from './tls/version/rule.js'
import vantageConsistent from './vantage/consistent/rule.js'

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
  dnsResolves,
  dnsPrivateAddress,
  dnsIpv6,
  dnsConsistent,
  vantageConsistent,
  tlsReachable,
  tlsRefusal,
  tlsVersion,
  tlsLegacyAndroid,
  tlsObsoleteVersion,
  tlsAtsCipher,
  tlsHelloSize,
  tlsClientHandshake,
  tlsClientCertificate,
  tlsServerName,
  certificateKind,
  certificateValidity,
  certificateExpiresSoon,
  certificateHostname,
  certificateSelfSigned,
  certificateChainComplete,
  certificateChainOrder,
  certificateChainSurplus,
  certificateKeyMatch,
  certificateTrusted,
  certificateDistrustedCa,
  certificatePath,
  certificateKeyStrength,
  certificateKeyUsage,
  certificateSignatureAlgorithm,
  certificateExtendedKeyUsage,
  certificateLifetime,
  certificateTransparency,
  certificateRevocation,
  certificateEncoding,
  httpReachable,
  httpRedirect,
  httpCharset,
  httpResponseTime,
  httpWebsocket,
  httpStatus,
  httpTurnedAway,
  httpWellFormed,
  httpJson,
  projectCoverage,
  projectUnlistedDomain,
  projectSocketAddress,
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
] as const
