import type { EvidenceOf } from '../../../src/engine/rule.js'
import { both } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { certificates: 1 },
  ...both({
    faulty: { certificates: [{ certificate: 'Odd', faults: ['zero-serial'] }] },
    strict: { certificates: [{ certificate: 'Odd', faults: ['odd-time'] }] },
    unreadable: { certificates: [{ certificate: 'Odd', faults: ['ber-length'] }] },
  }),
} satisfies EvidenceOf<typeof rule>
