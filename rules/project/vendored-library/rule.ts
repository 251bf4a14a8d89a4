import { defineRule, evidence, fail, unknown } from '../../../src/engine/rule.js'

type Of = { name: string; file: string; files: number }

/**
 * Libraries copied into the project that make network calls. One without a URL of its own calls what it is given, which
 * is judged where the project gives it. Calls that others make themselves are judged as far as their URLs are known.
 */
export default defineRule({
  id: 'project/vendored-library',
  subject: 'library',
  needs: ['library'],
  evidence: evidence<{
    pass: Record<never, never>
    given: Of
    own: Of & { calls: number }
  }>(),
  reasons: { given: 'fail', own: 'unknown' },
  judge({ library: { name, place, files, calls, isGiven } }) {
    const found = { name, file: place.file, files }
    return [isGiven ? fail('given', found) : unknown('own', { ...found, calls })]
  },
})
