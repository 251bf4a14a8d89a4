import type { RuleText } from '../../../src/i18n/types.js'
import { alertText } from '../words/en.js'
import type rule from './rule.js'

const ended = ({ by, alert }: { by: string; alert: number | null }) =>
  alert !== null ? `is refused (${alertText(alert)})` : by === 'reset' ? 'is reset' : 'is cut off'

const without = (others: string[]) =>
  others.length > 0
    ? `answers without the name (with the certificate of ${others.join(', ')})`
    : 'answers without the name'

const BIND = [
  'Add the name to the server, with its certificate, where TLS is terminated; or correct the DNS record if this is the wrong machine.',
  '  nginx: server_name and ssl_certificate in one server block    haproxy: its certificate among those of crt or crt-list',
  '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: add the domain and its certificate to the HTTPS listener',
  '  CDN, WAF: add the domain to the service and bind a certificate to it',
].join('\n')

const FILING = [
  'Check the ICP filing first: look the registered domain up at https://beian.miit.gov.cn. It must be there, and the filing must cover the provider of this address (接入备案).',
  'If it does, look for a firewall or WAF of your own before the server that does not know the name.',
  'To see it yourself: the first is cut, the second is answered.',
  '  openssl s_client -connect HOST:PORT -servername HOST </dev/null',
  '  openssl s_client -connect HOST:PORT -noservername </dev/null',
].join('\n')

export default {
  title: 'TLS 1.2 or 1.3 handshakes are accepted',
  why: 'A server that rejects the first message leaves every phone without a connection. Its alert, and its answer without SNI, tell why.',
  howToFix: [
    'See what the server says with the name and without it, and compare both with its configuration:',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  openssl s_client -connect HOST:443 -noservername </dev/null',
  ].join('\n'),
  pass: ({ accepted }) => accepted.join(', '),
  unknown: { 'silent-by-name': 'hellos with the name get no answer, those without it do' },
  reasons: {
    'not-bound': {
      message: ({ alert, by, others }, { subject }) => {
        const certain = alert === 112
        const but = others.length > 0 || !certain ? `, while the address ${without(others)}` : ''
        const end = certain ? '' : ' (or its own certificate and cipher suites do not match)'
        return `${subject}: every hello with this name ${ended({ by, alert })}${but}. The name is bound to no server here${end}.`
      },
      fix: () => BIND,
    },
    'cut-by-name': {
      message: ({ by, alert, others }, { subject }) =>
        `${subject}: every hello with this name ${ended({ by, alert })}, while the address ${without(others)}. The connection is cut because of the name: in mainland China an unfiled domain (no ICP filing) looks like this.`,
      fix: () => FILING,
    },
    'silent-by-name': {
      message: ({ cause, others }, { subject }) =>
        `${subject}: hellos with this name get no answer (${cause}), while the address ${without(others)}. In mainland China an unfiled domain (no ICP filing) can look like this.`,
      fix: () => FILING,
    },
    'nothing-for-name': {
      message: ({ alert, by, nameless }, { subject }) =>
        `${subject}: every hello of TLS 1.2 and 1.3 ${ended({ by, alert })}${nameless ? ', with this name and without one' : ''}. It is not the cipher suites, since those of TLS 1.3 work with any certificate: the server has no certificate for this name and none to fall back on (strict SNI), or one with a key that phones do not know, or it supports no common key exchange group.`,
      fix: () =>
        [
          ...BIND.split('\n'),
          'If the name is bound here with its certificate: its key must be RSA or P-256, and the groups usual ones.',
          '  openssl x509 -in fullchain.pem -noout -text | grep -A4 "Public Key Algorithm"',
          '  nginx: ssl_ecdh_curve X25519:prime256v1:secp384r1;',
        ].join('\n'),
    },
    'nothing-in-common': {
      message: ({ alert, by }, { subject }) =>
        `${subject}: every hello of TLS 1.2 and 1.3 ${ended({ by, alert })}: the type of the certificate and the cipher suites of the server do not match, or it has no certificate for this name.`,
      fix: () =>
        [
          'An EC certificate needs ECDHE-ECDSA suites, an RSA certificate ECDHE-RSA suites; TLS 1.3 takes both.',
          '  nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; ssl_protocols TLSv1.2 TLSv1.3;',
          '  openssl x509 -in fullchain.pem -noout -text | grep "Public Key Algorithm"',
          'If the server hosts several names, check as well that this one has a certificate.',
        ].join('\n'),
    },
    'client-certificate': {
      message: ({ alert, by }, { subject }) =>
        `${subject}: every hello of TLS 1.2 and 1.3 ${ended({ by, alert })}: the server requires a client certificate, which no phone has.`,
      fix: () =>
        'Turn the requirement off for this host (nginx: ssl_verify_client off;), or put a gateway in front of it that only has a server certificate.',
    },
    protocol: {
      message: ({ alert, by }, { subject }) =>
        `${subject}: every hello of TLS 1.2 and 1.3 ${ended({ by, alert })}: the server has no application protocol (ALPN) in common with it; phones offer h2 and http/1.1.`,
      fix: () => 'Turn on HTTP/1.1 or HTTP/2 for this port, or use the port on which HTTP is served.',
    },
    refused: {
      message: ({ alert, by }, { subject }) =>
        `${subject}: every hello of TLS 1.2 and 1.3 ${ended({ by, alert })}.${alert === 80 ? ' Servers written in Go (Caddy, Traefik) answer so when they have no certificate for the name.' : ''}`,
      fix: ({ alert }) =>
        alert === 80
          ? BIND
          : 'Check the error log of the server at the time of this audit, and what is in front of it (load balancer, firewall).',
    },
  },
} satisfies RuleText<typeof rule>
