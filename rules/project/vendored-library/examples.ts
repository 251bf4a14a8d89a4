import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  given: { name: 'PixiJS', file: 'libs/pixi.min.js', files: 2 },
  own: { name: 'sdk.js', file: 'libs/sdk.js', files: 1, calls: 3 },
} satisfies EvidenceOf<typeof rule>
