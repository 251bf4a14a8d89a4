/** What to paste into which server: the full chain, or TLS 1.2 and 1.3 with forward secrecy. */
import type { Finding } from '../causes.js'
import type { Words } from './page.js'

export const SERVERS = ['nginx', 'apache', 'caddy', 'tencent', 'alibaba'] as const
export type ServerName = (typeof SERVERS)[number]
export const SERVER_NAMES: Readonly<Record<ServerName, string>> = {
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  tencent: 'Tencent Cloud CLB',
  alibaba: 'Alibaba Cloud SLB',
}

export type Topic = 'chain' | 'protocol'

/** ECDHE with AEAD first, then the CBC suites that older phones need; RSA key transport stays out. */
const CIPHERS = 'ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES'

export interface SnippetHost {
  /** Safe in a command line and a config file. */
  host: string
  port: number
}

/** A name that isn't a plain host name is never put into a command. */
export function snippetHostOf({ names, port }: Finding): SnippetHost {
  const host = names.at(-1) ?? ''
  const plain = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(host)
  return { host: plain ? host : 'api.example.com', port: port ?? 443 }
}

export function snippet(server: ServerName, topic: Topic, place: SnippetHost, words: Words): string[] {
  const w = words.snippets
  const lines = topic === 'chain' ? CHAIN[server](place, w) : PROTOCOL[server](place, w)
  return topic === 'chain' ? [`# ${w.made}`, makeChain(place), '', ...lines] : lines
}

const authority = ({ host, port }: SnippetHost) => (port === 443 ? host : `${host}:${port}`)
const makeChain = (place: SnippetHost) => `hefa chain ${authority(place)} > ${place.host}.fullchain.pem`

type Lines = (place: SnippetHost, words: Words['snippets']) => string[]

const CHAIN: Readonly<Record<ServerName, Lines>> = {
  nginx: ({ host }, w) => [
    `# ${w.inServer} ${host}`,
    `ssl_certificate     /etc/nginx/tls/${host}.fullchain.pem;`,
    `ssl_certificate_key /etc/nginx/tls/${host}.key;  # ${w.keyNote}`,
    '',
    `# ${w.reload}`,
    'nginx -t && nginx -s reload',
  ],
  apache: ({ host }, w) => [
    `# ${w.inHost} ${host} (Apache 2.4.8+)`,
    `SSLCertificateFile    /etc/apache2/tls/${host}.fullchain.pem`,
    `# ${w.keyNote}`,
    `SSLCertificateKeyFile /etc/apache2/tls/${host}.key`,
    '',
    `# ${w.reload}`,
    'apachectl configtest && apachectl graceful',
  ],
  caddy: (place, w) => [
    `# ${w.inSite} ${place.host}`,
    `${authority(place)} {`,
    `  tls /etc/caddy/tls/${place.host}.fullchain.pem /etc/caddy/tls/${place.host}.key`,
    '}',
    '',
    `# ${w.reload}`,
    'caddy reload --config /etc/caddy/Caddyfile',
  ],
  tencent: ({ host }, w) => [
    `tccli ssl UploadCertificate --Alias ${host} \\`,
    `  --CertificatePublicKey "$(cat ${host}.fullchain.pem)" \\`,
    `  --CertificatePrivateKey "$(cat ${host}.key)"`,
    '',
    `# ${w.replaceIds}; CertId: ${w.certId}`,
    'tccli clb ModifyListener --LoadBalancerId lb-xxxxxxxx --ListenerId lbl-xxxxxxxx \\',
    `  --Certificate '{"SSLMode":"UNIDIRECTIONAL","CertId":"xxxxxxxx"}'`,
    `# ${w.sni}`,
    'tccli clb ModifyDomainAttributes --LoadBalancerId lb-xxxxxxxx --ListenerId lbl-xxxxxxxx \\',
    `  --Domain ${host} --Certificate '{"SSLMode":"UNIDIRECTIONAL","CertId":"xxxxxxxx"}'`,
  ],
  alibaba: ({ host, port }, w) => [
    `# ${w.replaceIds}`,
    `aliyun slb UploadServerCertificate --RegionId cn-xxxxxxxx --ServerCertificateName ${host} \\`,
    `  --ServerCertificate "$(cat ${host}.fullchain.pem)" --PrivateKey "$(cat ${host}.key)"`,
    '',
    `# ServerCertificateId: ${w.certId}`,
    'aliyun slb SetLoadBalancerHTTPSListenerAttribute --RegionId cn-xxxxxxxx \\',
    `  --LoadBalancerId lb-xxxxxxxx --ListenerPort ${port} --ServerCertificateId xxxxxxxx`,
  ],
}

const PROTOCOL: Readonly<Record<ServerName, Lines>> = {
  nginx: ({ host }, w) => [
    `# ${w.inServer} ${host}`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    `ssl_ciphers ${CIPHERS};`,
    '',
    `# ${w.reload}`,
    'nginx -t && nginx -s reload',
  ],
  apache: ({ host }, w) => [
    `# ${w.inHost} ${host}`,
    'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    `SSLCipherSuite ${CIPHERS}`,
    '',
    `# ${w.reload}`,
    'apachectl configtest && apachectl graceful',
  ],
  caddy: (place, w) => [
    `# ${w.inSite} ${place.host}`,
    `${authority(place)} {`,
    '  tls {',
    '    protocols tls1.2 tls1.3',
    '  }',
    '}',
    '',
    `# ${w.reload}`,
    'caddy reload --config /etc/caddy/Caddyfile',
  ],
  tencent: ({ host }, w) => [
    `# ${w.tencentTls[0]} ${host}`,
    ...w.tencentTls.slice(1).map((line) => `# ${line}`),
  ],
  alibaba: ({ port }, w) => [
    `# ${w.aliTls}`,
    'aliyun slb SetLoadBalancerHTTPSListenerAttribute --RegionId cn-xxxxxxxx \\',
    `  --LoadBalancerId lb-xxxxxxxx --ListenerPort ${port} \\`,
    '  --TLSCipherPolicy tls_cipher_policy_1_2_strict_with_1_3',
    `# ${w.replaceIds}`,
    `# ${w.aliOldTls}`,
  ],
}
