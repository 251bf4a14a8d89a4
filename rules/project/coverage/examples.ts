import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { files: 12, pages: 3 },
  'not-read': { file: 'app.js', cause: 'too-large', by: null, files: 1 },
  'no-files': {},
  'no-pages': { files: 1, list: 'app.json' },
  'other-platform': { callee: 'dd.httpRequest', calls: 5, family: null },
} satisfies EvidenceOf<typeof rule>
