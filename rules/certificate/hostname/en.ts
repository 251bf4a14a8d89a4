import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The certificate is issued for this host name',
  why: 'Phones compare the host with the names in subjectAltName and end the connection when none matches.',
  howToFix: [
    'Order a certificate that names this host in its subjectAltName; the common name no longer counts. Remember that *.example.com covers a.example.com, but neither example.com nor a.b.example.com. If the right certificate exists, the server picks another one: look at its virtual hosts and at SNI.',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName',
  ].join('\n'),
  pass: ({ name }) => `matches ${name}`,
  reasons: {
    mismatch: {
      message: ({ host, names, count, wildcardTooDeep }) =>
        [
          `The certificate is not for ${host}; it names ${names.length > 0 ? names.join(', ') : 'no host at all'}`,
          count > names.length ? ` and ${count - names.length} more` : '',
          wildcardTooDeep ? '. A wildcard covers exactly one label' : '',
          '.',
        ].join(''),
      fix: ({ host }) =>
        `Have a certificate issued whose subjectAltName holds ${host}, or bind the right one to this name.`,
    },
    'common-name-only': {
      message: ({ host, commonName }) =>
        `The certificate has no subjectAltName; its common name ${commonName} no longer counts (iOS 13, Android 9, Chromium 58) for ${host}.`,
      fix: ({ host }) => `Have a certificate issued whose subjectAltName holds ${host}.`,
    },
    'wildcard-on-public-suffix': {
      message: ({ name, host }) =>
        `The only name that matches ${host} is ${name}, a wildcard directly below a public suffix, which iOS and Chromium refuse.`,
      fix: ({ host }) => `Have a certificate issued for ${host} itself.`,
    },
    'trailing-dot': {
      message: ({ name, host }) =>
        `The only name that matches ${host} is “${name}”, with a dot at its end: Chromium and Android accept it, iOS does not.`,
      fix: ({ host }) => `Have a certificate issued for ${host}, without the dot.`,
    },
  },
} satisfies RuleText<typeof rule>
