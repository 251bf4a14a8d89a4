import { defineRule, evidence, fail, notApplicable } from '../../../src/engine/rule.js'

type Of = { tag: string; origin: string; host: string }

/** Resources of pages come from hosts that work: what is displayed has to be served by somebody. */
export default defineRule({
  id: 'project/page-resource',
  subject: 'resource',
  needs: ['resource', 'origin'],
  evidence: evidence<{ pass: Record<never, never>; media: Of; 'web-view': Of }>(),
  reasons: { media: 'fail', 'web-view': 'fail' },
  judge({ resource: { tag }, origin: { entry, host } }) {
    if (host === null) return [notApplicable]
    const found = { tag, origin: entry.text, host }
    return [tag === 'web-view' ? fail('web-view', found) : fail('media', found)]
  },
})
