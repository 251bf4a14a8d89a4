/** Where clients and hefa are known to differ, and why. A difference that is not here fails the test, and so does one that is gone. */

const LOCAL_ANCHOR =
  'Chromium checks lifetimes under built-in roots only (cert_verify_proc.cc); a root given with --ca counts as built in'
export const BEYOND_CHROMIUM: Readonly<Record<string, string>> = {
  'days-399': LOCAL_ANCHOR,
  'days-830': LOCAL_ANCHOR,
  'year-2051': LOCAL_ANCHOR,
  'gzip-cut': 'Chromium hands on the beginning as if it were the whole, so data are lost without an error',
}

const SIGNATURES =
  'BoringSSL offers no signatures with P-521 or Ed25519 and none by RSASSA-PSS keys (ssl/extensions.cc), Java does'
const KEYS =
  'conscrypt takes RSA, EC and DSA keys alone (ChainStrengthAnalyzer.java, "unknown key class"), OpenJDK also EdDSA and RSASSA-PSS'
const SHA1 =
  'conscrypt refuses SHA-1 in every certificate (ChainStrengthAnalyzer.java), OpenJDK only under roots of its own list (java.security, "SHA1 jdkCA")'
const USAGE =
  'Java holds keyUsage against the key exchange (EndEntityChecker); BoringSSL does so for RSA in TLS 1.2 since about 2024 only, so it is a warning for Android'
const WILDCARD =
  'Java takes a wildcard in every place of a name (HostnameChecker, matchAllWildcards); conscrypt only as the whole first label (OkHostnameVerifier.java)'
const DOT =
  'conscrypt adds a dot to the end of both names (OkHostnameVerifier.java); Java compares them as they are'
const COMMON_NAME =
  'Java looks at the common name where there is no subjectAltName (HostnameChecker); conscrypt does not since Android 9'
const STAPLE =
  'the checker that conscrypt uses refuses it, with the options it sets (TrustManagerImpl.java); on a phone that was not seen, so it is a warning'
const SUITE = 'conscrypt offers neither DHE nor CBC with SHA-256 (NativeCrypto.java), Java does'
const GROUP =
  'conscrypt offers X25519, P-256 and P-384 (ssl/extensions.cc of BoringSSL), Java also P-521 and X448'

const BODY =
  'the test’s program reads the first line alone; OkHttp 4.12, whose older copy is Android’s HttpURLConnection, refuses it'

const LINE =
  'the test’s program reads the first five bytes alone; OkHttp 4.12 and 3.13 refuse the status line, and 2.x, on which Android’s HttpURLConnection is built, has the same check (StatusLine)'

/** Where Android's classes have other insides than OpenJDK's. */
export const BEYOND_JAVA: Readonly<Record<string, string>> = {
  'leaf-p521': SIGNATURES,
  'leaf-ed25519': SIGNATURES,
  'leaf-rsa-pss': SIGNATURES,
  'issuer-ed25519': KEYS,
  'issuer-rsa-pss': KEYS,
  'issuer-p224':
    'OpenJDK knows P-256, P-384 and P-521 since 16 (JDK-8235710); conscrypt takes EC keys from 160 bits on (ChainStrengthAnalyzer.java)',
  sha1: SHA1,
  'sha1-rsa': SHA1,
  'sha1-issuer': SHA1,
  'ku-rsa-ke-ecdhe': USAGE,
  'ku-rsa-ds-static': USAGE,
  partial: WILDCARD,
  inner: WILDCARD,
  'trailing-dot': DOT,
  'trailing-dot-wildcard': DOT,
  'cn-only': COMMON_NAME,
  'version-1': COMMON_NAME,
  'staple-unknown': STAPLE,
  'staple-old': STAPLE,
  'staple-forged': STAPLE,
  'staple-later': STAPLE,
  'staple-other': STAPLE,
  'cbc-sha256': SUITE,
  dhe: SUITE,
  'group-p521': GROUP,
  'group-x448': GROUP,
  'gzip-of-nothing': BODY,
  'gzip-cut': BODY,
  'status-407': BODY,
  'line-http-2': LINE,
  'line-two-spaces': LINE,
  'line-no-status': LINE,
  'line-four-digits': LINE,
  'gzip-declared-twice': 'OkHttp undoes gzip where it stands alone, and hands on the rest as it is',
  'br-of-nothing':
    'OkHttp asks for gzip alone and hands brotli on as it is; no such answer was seen to be useful',
}
