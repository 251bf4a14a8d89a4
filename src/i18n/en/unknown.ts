import type { UnknownTexts } from '../unknown-texts.js'

export const unknown: UnknownTexts = {
  subjects: {
    target: 'DNS gave no answer, or the facts judged do not hold what the rule needs',
    endpoint:
      'DNS or an address gave no answer, or a hello the rule needs was not sent there (each address counts by itself)',
    chain:
      'DNS or an address gave no answer, its chain was not sent whole, or our reader cannot make out a certificate the verdict hangs on',
    http: 'no HTTP connection came about, or none was tried',
  },
  reasons: {
    'audit/complete': {
      'no-list': 'a chosen platform has no domain list',
      'not-read-for': 'the source was scanned for other platforms',
      'not-compared': 'source was scanned and there is no list to compare it with',
      'no-source': 'the scanned folder holds no source that is read',
      'no-result': 'no rule says anything of an entry',
      'not-probed': 'the lists of a platform hold only udp and tcp domains, which are not probed',
      'no-rule': 'every rule is off for a chosen platform',
      untold: 'checks were left to rules that are switched off or lowered',
      'addresses-left': 'the name has more addresses than were asked',
      'facts-missing':
        'the facts lack a part that every probe leaves: they were cut or edited, or not everything was asked',
      'not-looked': 'a place that was to look at the target did not',
      'no-such-os': 'the oldest version to be judged is newer than every version that is known',
    },
    'domain/icp-tld': { 'not-listed': 'the top-level domain is not on the list of approved ones' },
    'domain/icp-filing': { 'not-given': 'the config names no filing number' },
    'dns/resolves': {
      'no-answer': 'the resolver gave no answer',
      'aaaa-no-answer': 'IPv4 addresses were found, and the question for IPv6 ones got no answer',
    },
    'dns/private-address': {
      'proxy-address': 'a proxy program on this machine made the address up',
      'no-answer': 'the resolver gave no answer',
      'rest-unanswered': 'only one of the questions for IPv4 and IPv6 addresses was answered',
    },
    'dns/ipv6': { silent: 'an IPv6 address gave no answer' },
    'tls/reachable': {
      silent: 'no address gave an answer',
      'some-silent': 'one of several IPv4 addresses gave no answer',
      'spare-silent': 'an IPv6 address gave no answer from here, beside a living one',
    },
    'tls/refusal': { 'silent-by-name': 'hellos with the name get no answer, those without it do' },
    'tls/version': { 'no-answer': 'a version that would do got no answer, and none was accepted' },
    'tls/legacy-android': { 'no-answer': 'an old version got no answer, and none was accepted' },
    'tls/obsolete-version': { 'no-answer': 'an old version got no answer' },
    'tls/ats-cipher': { 'no-answer': 'one of the hellos with modern suites got no answer' },
    'tls/hello-size': { silent: 'long hellos get no answer, and short ones do' },
    'tls/client-handshake': {
      unconfirmed: 'what a supported client gets could only be guessed from other hellos',
      'legacy-unconfirmed': 'the same for an older client',
      'no-answer': 'the hello of a supported client got no answer',
      'legacy-no-answer': 'the same for an older client',
    },
    'tls/client-certificate': {
      'other-address':
        'the address that asks for a client certificate is not the one that answered over HTTP',
    },
    'tls/server-name': { 'no-answer': 'the hello without a name got no whole answer' },
    'certificate/trusted': {
      'could-be-fetched':
        'an issuer was not sent and was not looked for at the address the certificate names',
    },
    'certificate/path': {
      'unsupported-key': 'the key or signature of the certificate is of a type that cannot be checked',
      'issuer-unsupported-key': 'the same for an issuer',
    },
    'certificate/key-strength': {
      'unknown-key': 'the key is of a type for which no requirement is known',
      'issuer-unknown-key': 'the same for an issuer',
    },
    'certificate/signature-algorithm': {
      'unknown-algorithm': 'the signature algorithm is unknown',
      'issuer-unknown-algorithm': 'the same for an issuer',
    },
    'certificate/revocation': {
      'no-answer': 'OCSP and CRLs were asked and none gave a valid answer',
      'issuer-no-answer': 'the same for an issuer',
    },
    'http/reachable': { 'no-answer': 'the handshake or the request got no answer, or none was made' },
    'http/redirect': {
      'too-many': 'the way was not followed to its end',
      'no-answer': 'a step of the way got no answer',
    },
    'http/charset': {
      compressed: 'the body came in a compression we did not ask for',
      'no-answer': 'the path got no answer',
    },
    'http/response-time': {
      'not-waited': 'the probe’s deadline is shorter than the one judged',
      'no-answer': 'the connection ended before an answer',
    },
    'http/websocket': { 'no-answer': 'the opening handshake got no answer' },
    'http/status': { 'no-answer': 'the path got no answer' },
    'project/coverage': {
      'not-read': 'a file or page was not read',
      'no-files': 'not one file was read',
      'no-pages': 'no page is listed',
    },
    'project/unlisted-domain': {
      'no-origin': 'a URL begins with a path, and a framework may put a host before it',
      'missing-value': 'a URL hangs on a value that is not in the source',
      'not-determined': 'a call’s URL cannot be determined from the source',
      'not-reached': 'the same, in a file that nothing in the mini program leads to',
    },
    'project/vendored-library': {
      own: 'a library among the files calls servers that its settings or its own servers name',
    },
    'project/unused-domain': {
      'not-determined': 'calls whose URL cannot be determined, or files that were not read, may mean it',
    },
  },
  always: 'the rule itself fails (at error level, whatever its own)',
}
