import { defineRule, evidence, fail } from '../../../src/engine/rule.js'

/** A request library without any call found: either it is unused, or its calls were missed. */
export default defineRule({
  id: 'project/silent-client',
  subject: 'client',
  needs: ['client'],
  evidence: evidence<{
    pass: Record<never, never>
    imported: { name: string }
    required: { name: string }
  }>(),
  reasons: { imported: 'fail', required: 'fail' },
  judge({ client: { name, isImported } }) {
    return [isImported ? fail('imported', { name }) : fail('required', { name })]
  },
})
