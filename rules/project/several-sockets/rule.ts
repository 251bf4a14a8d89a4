import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/** What a report names. */
const MOST = 64

/**
 * Where only one socket may be open at a time, opening another closes the first. `calls` are the places that open one.
 */
export default defineRule({
  id: 'project/several-sockets',
  subject: 'sockets',
  needs: ['sockets'],
  evidence: evidence<{ pass: Record<never, never>; several: { origins: string[]; calls: string[] } }>(),
  reasons: { several: 'fail' },
  judge({ sockets }) {
    if (sockets.length === 0) return [notApplicable]
    const origins = [
      ...new Set(sockets.flatMap(({ urls }) => urls.map(({ text }) => /^[^?#]*/.exec(text)?.[0] ?? ''))),
    ]
    if (sockets.length < 2 || origins.length < 2) return [pass({})]
    const calls = sockets.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`)
    return [fail('several', { origins: origins.slice(0, MOST), calls })]
  },
})
