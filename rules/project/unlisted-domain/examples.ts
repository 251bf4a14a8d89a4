import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  unlisted: {
    api: 'request',
    origin: 'https://a.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    hint: 'other-scheme',
    listed: 'wss://a.cn',
    apis: ['request'],
  },
  'unlisted-download': {
    api: 'downloadFile',
    origin: 'https://a.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    hint: 'other-api',
    listed: 'https://a.cn',
    apis: ['request'],
  },
  'letter-case': {
    api: 'request',
    origin: 'https://A.cn',
    host: 'a.cn',
    calls: ['pages/index.js:3:5'],
    plain: 'https://a.cn',
  },
  malformed: { api: 'request', origin: 'https://a.cn:', host: 'a.cn', calls: ['pages/index.js:3:5'] },
  'no-origin': { api: 'request', callee: 'wx.request', text: 'a.cn/x' },
  'missing-value': {
    name: 'BASE',
    define: 'process.env.BASE',
    file: 'app.js',
    why: 'missing',
    calls: ['app.js:1:1'],
  },
  'not-determined': { api: 'request', callee: 'wx.request', why: 'server-data' },
  'udp-not-determined': { api: 'udp', callee: 'wx.UDPSocket.send', why: 'server-data', name: 'res.ip' },
  'may-be-file': { callee: 'wx.getImageInfo', name: 'res.data.pic', why: 'server-data', calls: ['a.js:1:1'] },
  'not-reached': { file: 'utils/old.js', calls: ['utils/old.js:1:1'], origins: ['https://old.example.com'] },
} satisfies EvidenceOf<typeof rule>
