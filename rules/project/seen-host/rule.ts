import { defineRule, evidence, fail } from '../../../src/engine/rule.js'

type Of = { origin: string; requests: number }

/**
 * Does a recorded session contact the servers that the source calls? Only differences are shown: a session covers few
 * pages, and a scan can't follow everything.
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
