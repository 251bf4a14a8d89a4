import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  media: { tag: 'audio', origin: 'http://img.a.cn', host: 'img.a.cn' },
  'web-view': { tag: 'web-view', origin: 'https://h5.a.cn', host: 'h5.a.cn' },
} satisfies EvidenceOf<typeof rule>
