import { defineRule, evidence, fail } from '../../../src/engine/rule.js'

type Of = { origin: string; requests: number }

/**
 * Does a recorded session ask the servers that the source calls? What only one of the two has is shown: a session tries
 * few pages, and a scan follows few tricks.
 */
export default defineRule({
  id: 'project/seen-host',
  subject: 'sighting',
  needs: ['sighting'],
  evidence: evidence<{ pass: Record<never, never>; 'run-time-only': Of; 'source-only': Of }>(),
  reasons: { 'run-time-only': 'fail', 'source-only': 'fail' },
  judge({ sighting: { origin, where, requests } }) {
    const found = { origin, requests }
    return [where === 'source' ? fail('source-only', found) : fail('run-time-only', found)]
  },
})
