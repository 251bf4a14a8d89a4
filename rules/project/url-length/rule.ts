import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { CallFact } from '../../../src/facts/index.js'
import { evidenceOf, type Of } from '../source-rule.js'

/** A GET carries all its data in the URL, whose length is limited. */
export default defineRule({
  id: 'project/url-length',
  subject: 'url',
  needs: ['call', 'called'],
  parameters: { bytes: 1024 as number },
  evidence: evidence<{
    pass: { limit: number }
    'too-long': Of & { bytes: number; limit: number; complete: boolean }
  }>(),
  reasons: { 'too-long': 'fail' },
  judge({ call, called }, { bytes: limit }) {
    if (!called || call.api !== 'request' || !mayGet(call)) return [notApplicable]
    const { text, complete } = called.url
    const bytes = new TextEncoder().encode(text).length
    if (bytes > limit) return [fail('too-long', { ...evidenceOf(call, called), bytes, limit, complete })]
    // What follows the known beginning may be of any length.
    return [complete ? pass({ limit }) : notApplicable]
  },
})

/** Methods of request libraries that imply another HTTP method, whatever the options say. */
const SENDS = /\.(?:post|put|delete|patch|head|options|trace|connect)\w*$/i

/** The default method is GET, unless the library's function implies another: `axios.post`. */
function mayGet({ callee, methods }: CallFact): boolean {
  if (SENDS.test(callee)) return false
  return methods.length === 0 || methods.some(({ text }) => text.toUpperCase() === 'GET')
}
