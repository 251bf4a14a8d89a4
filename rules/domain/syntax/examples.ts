import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { text: 'https://a.cn' },
  malformed: { problems: ['space'], text: 'https:// a.cn' },
  several: { text: 'a.cn、b.cn', parts: ['a.cn', 'b.cn'], count: 2 },
  'trailing-slash': { text: 'https://a.cn/', cut: 'https://a.cn' },
  folded: { folded: ['space'], text: 'https://a.cn', host: 'a.cn' },
} satisfies EvidenceOf<typeof rule>
