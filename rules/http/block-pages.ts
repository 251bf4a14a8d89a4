/**
 * What hosting providers in mainland China show in place of a host whose domain has no ICP filing with them. Seen in
 * public reports of blocked sites, gathered 2026-11-27: Alibaba Cloud answers 403 with `Server: Beaver`, the title
 * below and a link to its page about blocking (before 2021: a frame of batit.aliyun.com); Tencent Cloud answers 302
 * to its page. The phrases without a provider
 * are what such pages commonly say, not quotations. Words are looked for in the title and the beginning of a page, whatever their case.
 */
export interface BlockPage {
  provider: string
  words: readonly string[]
  /** Parts of addresses that redirects lead to. */
  addresses: readonly string[]
}

export const BLOCK_PAGES: readonly BlockPage[] = [
  {
    provider: 'Alibaba Cloud',
    words: ['Non-compliance ICP Filing', 'aliyun.com/beian/beian-block', 'batit.aliyun.com/alww.html'],
    addresses: ['aliyun.com/beian/beian-block', '//batit.aliyun.com/'],
  },
  {
    provider: 'Tencent Cloud',
    words: ['dnspod.qcloud.com/static/webblock'],
    addresses: ['//dnspod.qcloud.com/static/webblock'],
  },
  // Others say so in words.
  { provider: '', words: ['网站暂未备案', '尚未进行备案', '未备案或未接入', '域名未备案'], addresses: [] },
]
