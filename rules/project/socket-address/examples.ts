import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

const tcp = { api: 'tcp', origin: 'tcp://a.cn:9000', host: 'a.cn', calls: ['pages/index.js:3:5'] }
const udp = { ...tcp, api: 'udp', origin: 'udp://a.cn:9000' }

export default {
  pass: {},
  'unlisted-tcp': { ...tcp, near: '' },
  'unlisted-udp': { ...udp, near: 'udp://b.cn' },
  address: { ...tcp, origin: 'tcp://1.2.3.4:9000', host: '1.2.3.4' },
  'udp-address': { ...udp, origin: 'udp://255.255.255.255:9000', host: '255.255.255.255' },
  lan: { ...udp, origin: 'udp://192.168.1.2:9000', host: '192.168.1.2' },
  own: { ...tcp, origin: 'tcp://localhost:9000', host: 'localhost' },
  'closed-port': { ...tcp, origin: 'tcp://a.cn:3306', port: 3306 },
  malformed: { ...tcp, origin: 'https://a.cn' },
  'other-port': { ...tcp, listed: 'tcp://a.cn:9001' },
  'no-list': udp,
} satisfies EvidenceOf<typeof rule>
