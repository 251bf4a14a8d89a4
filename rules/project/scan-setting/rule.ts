import { defineRule, evidence, fail } from '../../../src/engine/rule.js'
import type { SteeringFact } from '../../../src/facts/index.js'

type Of = { key: SteeringFact['key']; name: string; value: string; used: number }

/** Scan settings take effect is shown, so that nothing is left out in silence; what did nothing is a warning. */
export default defineRule({
  id: 'project/scan-setting',
  subject: 'steering',
  needs: ['steering'],
  evidence: evidence<{ pass: Record<never, never>; 'in-force': Of; unused: Of }>(),
  reasons: { 'in-force': 'fail', unused: 'fail' },
  judge({ steering: { key, name, value, used } }) {
    const found = { key, name, value, used }
    return [used > 0 ? fail('in-force', found) : fail('unused', found)]
  },
})
