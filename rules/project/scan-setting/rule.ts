import { defineRule, evidence, fail } from '../../../src/engine/rule.js'
import type { SteeringFact } from '../../../src/facts/index.js'

type Of = { key: SteeringFact['key']; name: string; value: string; used: number }

/** Scan settings that took effect are listed, so that nothing is excluded silently; one without effect is a warning. */
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
