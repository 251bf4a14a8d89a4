import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/v1'] },
  unfiled: { path: '/v1', status: 403, provider: 'Alibaba Cloud', sign: 'Non-compliance ICP Filing' },
  'hot-link': { path: '/v1', status: 403, without: 200 },
  challenge: { path: '/v1', status: 403, by: 'Cloudflare' },
  firewall: { path: '/v1', status: 403, by: 'Cloudflare' },
  'origin-lost': { path: '/v1', status: 526, by: 'Cloudflare', title: 'Invalid SSL certificate' },
  'plain-to-tls': {
    path: '/v1',
    status: 400,
    sign: 'The plain HTTP request was sent to HTTPS port',
  },
  misdirected: { path: '/v1', status: 421 },
} satisfies EvidenceOf<typeof rule>
