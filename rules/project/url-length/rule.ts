import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { CallFact } from '../../../src/facts/index.js'
import { evidenceOf, type Of } from '../source-rule.js'

/** A GET carries everything in its URL, which has room for so many bytes only. */
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

/** Methods of request libraries that send another method, whatever their options say. */
const SENDS = /\.(?:post|put|delete|patch|head|options|trace|connect)\w*$/i

/** Without a method a request is a GET, unless a library's own says which it is: `axios.post`. */
function mayGet({ callee, methods }: CallFact): boolean {
  if (SENDS.test(callee)) return false
  return methods.length === 0 || methods.some(({ text }) => text.toUpperCase() === 'GET')
}
