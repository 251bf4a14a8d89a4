import { defineRule, evidence, fail, unknown } from '../../../src/engine/rule.js'

type Of = { name: string; file: string; files: number }

/**
 * Libraries among the project's files that ask servers. One without an address of its own asks for what it is given: that
 * is judged where the project gives it. What others ask by themselves is judged as far as it could be determined.
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
