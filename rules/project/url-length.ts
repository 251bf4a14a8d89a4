import { defineRule, evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { evidenceOf, type Of } from './source-rule.js'

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
  judge({ call, called }, { bytes: limit }) {
    const { api, methods } = call
    const gets = methods.length === 0 || methods.some(({ text }) => text.toUpperCase() === 'GET')
    if (!called || api !== 'request' || !gets) return [notApplicable]
    const { text, complete } = called.url
    const bytes = new TextEncoder().encode(text).length
    if (bytes > limit) return [fail('too-long', { ...evidenceOf(call, called), bytes, limit, complete })]
    // What follows the known beginning may be of any length.
    return [complete ? pass({ limit }) : notApplicable]
  },
})
