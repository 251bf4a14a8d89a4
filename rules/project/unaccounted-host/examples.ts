import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  unaccounted: { origin: 'http://203.0.113.7', host: '203.0.113.7', calls: ['pages/index.js:3:5'] },
  escapes: {
    origin: 'https://api.acme.cn',
    host: 'api.acme.cn',
    calls: ['pages/index.js:3:5'],
    api: 'wx.request',
    to: 'handlers.set',
    at: 'utils/http.js:8',
  },
  'in-library': {
    origin: 'https://router.acme.cn',
    host: 'router.acme.cn',
    calls: ['libs/acme-sdk.min.js:1:2071'],
    library: 'acme-sdk.min.js',
    besides: ['https://log.acme.cn'],
  },
  'for-library': {
    origin: 'https://parse.acme.cn',
    host: 'parse.acme.cn',
    calls: ['pages/index.js:3:5'],
    library: 'acme-sdk.min.js',
    besides: [],
  },
  local: { origin: 'http://127.0.0.1', host: '127.0.0.1', calls: ['pages/index.js:3:5'] },
  'in-prose': { origin: 'https://www.acme.cn', host: 'www.acme.cn', calls: ['pages/index.js:3:5'] },
  media: { origin: 'https://img.acme.cn', host: 'img.acme.cn', calls: ['pages/index.js:3:5'] },
  documentation: {
    origin: 'http://www.w3.org',
    host: 'www.w3.org',
    calls: ['pages/index.js:3:5'],
    what: 'namespace',
  },
} satisfies EvidenceOf<typeof rule>
