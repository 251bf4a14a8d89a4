/** Alipay: its own pages say little of certificates; where they are silent mPaaS, the same client stack, speaks. */
import { alipayFaq } from './cite.js'
import type { CitationsByRule } from './index.js'
import { mpaas } from './mpaas.js'

const HTTPS = alipayFaq('小程序只支持 HTTPS 域名配置')

export const alipay: CitationsByRule = {
  ...mpaas,
  'dns/resolves': HTTPS,
  'tls/reachable': HTTPS,
  'tls/client-certificate': HTTPS,
  'http/reachable': HTTPS,
}
