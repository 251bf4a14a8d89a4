import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Mini programs are not blocked before the server',
  why: 'A block page of the hosting provider, hotlink protection or a browser challenge answers in place of the server: the call gets a page instead of data, while a browser may never show it.',
  pass: ({ paths }) => `the answers are the server’s own (${paths.join(', ')})`,
  reasons: {
    unfiled: {
      message: ({ path, status, provider, sign }, { subject }) =>
        `${subject}${path} answers ${status} with the page ${provider ? `${provider} shows` : 'that hosting providers show'} for domains without an ICP filing (${sign}).`,
      fix: () =>
        'Look the registrable domain up at https://beian.miit.gov.cn. File it, or where it is filed with another provider, add this provider to the filing (接入备案); changing the server does not help.',
    },
    'hot-link': {
      message: ({ path, status, without }, { subject }) =>
        `${subject}${path} answers ${status} to the Referer that WeChat sends (https://servicewechat.com/…), and ${without} without it: hotlink protection refuses mini programs.`,
      fix: () =>
        [
          'Allow servicewechat.com in the hotlink protection (防盗链) of the server, CDN or object storage.',
          '  nginx: valid_referers none blocked servicewechat.com *.servicewechat.com;',
        ].join('\n'),
    },
    challenge: {
      message: ({ path, status, by }, { subject }) =>
        `${subject}${path} answers ${status} with a challenge of ${by} that only a browser can pass; a mini program can’t.`,
      fix: () => 'Exempt the paths of the API from challenges and bot protection in the settings of the CDN.',
    },
    firewall: {
      message: ({ path, status, by }, { subject }) =>
        `${subject}${path} answers ${status} with the page of the firewall (WAF) of ${by}: the request did not get to the server.`,
      fix: () =>
        'Look the request up in the log of the firewall, and let requests of mini programs to this path through. If the rule is about the address of this machine alone, run again from another one.',
    },
    'origin-lost': {
      message: ({ path, status, by, title }, { subject }) =>
        `${subject}${path} answers ${status}${title ? ` (${title})` : ''}: ${by} is in front of the server and has no usable connection to it.`,
      fix: ({ status }) =>
        status === 525 || status === 526
          ? 'Fix the certificate and TLS of the server behind the CDN, or choose the mode that fits it (Full, Full strict).'
          : 'Start the server behind the CDN, or correct its address there.',
    },
    'plain-to-tls': {
      message: ({ path, status, sign }, { subject }) =>
        `${subject}${path} answers ${status}, “${sign}”: TLS is terminated in front of the server, and plain HTTP is forwarded to a port that expects TLS.`,
      fix: () =>
        [
          'Let the gateway pass requests on in HTTPS, or to the HTTP port of the server.',
          '  nginx: proxy_pass https://backend;    Tencent Cloud CLB, Alibaba Cloud SLB/ALB: backend protocol HTTPS, or the backend’s HTTP port',
        ].join('\n'),
    },
    misdirected: {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} answers ${status} (Misdirected Request): this server does not serve that host over this connection.`,
      fix: () =>
        'Bind the name to the virtual host that answers here; behind a gateway, let it pass the server name on (nginx: proxy_ssl_server_name on;).',
    },
  },
} satisfies RuleText<typeof rule>
