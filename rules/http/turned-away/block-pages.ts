/**
 * Pages that hosting providers in mainland China show instead of a site whose domain has no ICP filing with them. The
 * words are searched for in the title and the beginning of the page, case-insensitively. No provider documents its
 * page; each entry says where it was seen.
 */
export interface BlockPage {
  /** Empty if several providers use the same words. */
  provider: string
  words: readonly string[]
  /** Parts of the URLs that redirects lead to. */
  addresses: readonly string[]
  source: string
}

/** The day each entry was last checked. */
export const BLOCK_PAGES_READ_ON = '2026-11-27'

export const BLOCK_PAGES: readonly BlockPage[] = [
  {
    provider: 'Alibaba Cloud',
    words: ['Non-compliance ICP Filing', 'aliyun.com/beian/beian-block', 'batit.aliyun.com/alww.html'],
    addresses: ['aliyun.com/beian/beian-block', '//batit.aliyun.com/'],
    source:
      'some ten public transcripts of 2026-05 to 2026-09: 403, "Server: Beaver", that title, and the link; before, a saved page with that title and the frame of batit.aliyun.com',
  },
  {
    provider: 'Tencent Cloud',
    words: ['dnspod.qcloud.com/static/webblock'],
    addresses: ['//dnspod.qcloud.com/static/webblock'],
    source:
      'some ten public transcripts up to 2026-09: plain HTTP answered with 302 to webblock.html?d=<the host>',
  },
  {
    provider: '',
    words: ['暂未备案', '尚未进行备案', '网站未备案', '域名未备案'],
    addresses: [],
    source:
      'titles and texts of pages in public collections of scanned sites ("该网站暂未备案", "您尚未进行备案", "本网站尚未进行备案")',
  },
]

/**
 * Pages of web application firewalls, recognized by words that an ordinary page doesn't contain; found in public code
 * that detects them, and in saved pages.
 */
export const FIREWALL_PAGES: readonly { provider: string; words: readonly string[] }[] = [
  { provider: 'Cloudflare', words: ['Attention Required! | Cloudflare', 'Sorry, you have been blocked'] },
  {
    provider: 'Alibaba Cloud',
    words: [
      '您访问的URL有可能对网站造成安全威胁，您的访问被阻断',
      'may cause potential threats to the server',
    ],
  },
]

/**
 * What servers answer to plain HTTP on a TLS port: nginx (ngx_http_special_response.c), Go (net/http server.go), Apache
 * httpd (ssl_engine_io.c).
 */
export const PLAIN_AT_TLS: readonly string[] = [
  'The plain HTTP request was sent to HTTPS port',
  'Client sent an HTTP request to an HTTPS server',
  'speaking plain HTTP to an SSL-enabled server port',
]
