import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { MentionFact } from '../../../src/facts/index.js'
import { bareHost } from '../source-rule.js'
import { knownHost } from './known-hosts.js'

/** An image, a sentence or what nothing reads is no server of a library. */
const mayBeAsked = ({ inProse, isMedia, isUnread }: MentionFact): boolean => !inProse && !isMedia && !isUnread

/** `calls` are the places it appears in. */
type Of = { origin: string; host: string; calls: string[] }

/**
 * Hosts in the source that no known call or page uses, so that a person can see what the analysis missed. Listed hosts
 * and local addresses are left out.
 */
export default defineRule({
  id: 'project/unaccounted-host',
  subject: 'mention',
  needs: ['mentions', 'origin', 'listed'],
  evidence: evidence<{
    pass: Record<never, never>
    unaccounted: Of
    escapes: Of & { api: string; to: string; at: string }
    'in-library': Of & { library: string }
    'for-library': Of & { library: string }
    local: Of
    'in-prose': Of
    media: Of
    documentation: Of & { what: string }
  }>(),
  reasons: {
    unaccounted: 'fail',
    escapes: 'unknown',
    'in-library': 'unknown',
    'for-library': 'unknown',
    local: 'fail',
    'in-prose': 'fail',
    media: 'fail',
    documentation: 'fail',
  },
  judge({ mentions, origin, listed }) {
    const { host, entry } = origin
    if (host === null) return [notApplicable]
    if (listed?.some((one) => one.host === host)) return [pass({})]
    const calls = mentions.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`)
    const found = { origin: entry.text, host, calls }
    const what = knownHost(host)
    if (what) return [fail('documentation', { ...found, what })]
    const bare = bareHost(origin)
    if (bare === 'localhost' || bare === 'lan' || host.startsWith('127.')) return [fail('local', found)]
    if (mentions.every(({ inProse }) => inProse)) return [fail('in-prose', found)]
    const gone = mentions.find((one) => one.escape)?.escape
    if (!gone && mentions.every(({ inProse, isMedia }) => inProse || isMedia)) return [fail('media', found)]
    if (gone) {
      const { api, to, place } = gone
      return [unknown('escapes', { ...found, api, to, at: `${place.file}:${place.line}` })]
    }
    const library = mentions.find((one) => one.library && mayBeAsked(one))?.library
    if (!library) return [fail('unaccounted', found)]
    return [unknown(library.isOwn ? 'in-library' : 'for-library', { ...found, library: library.name })]
  },
})
