import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'no-list': { family: 'alipay' },
  'not-compared': { folder: 'app' },
  'not-read-for': { family: 'alipay', folder: 'app' },
  'no-source': { folder: 'app' },
  'no-result': { entries: ['https://a.cn'], count: 1 },
  'not-probed': { entries: ['udp://a.cn'], count: 1 },
  'no-rule': {},
  untold: { rules: ['tls/reachable', 'tls/version'], count: 21 },
  'addresses-left': { tried: 16, known: 17, left: ['203.0.113.17'] },
  'facts-missing': { lacking: ['203.0.113.17 nameless'], count: 1 },
  'old-lists': { readOn: '2026-01-01', days: 130 },
  'outdated-lists': { readOn: '2025-01-01', days: 500 },
  'shares-missing': { shares: ['2/3'], count: 1, targets: 7 },
  'results-missing': { rules: ['certificate/hostname'], count: 1 },
  'not-looked': { vantage: 'cn-telecom', why: 'timed-out' },
  'no-such-os': { os: 'ios', version: '99', newest: '26' },
} satisfies EvidenceOf<typeof rule>
