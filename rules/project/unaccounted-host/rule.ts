import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { type EntryFact, type MentionFact, mayBeLibrarys } from '../../../src/facts/index.js'
import { bareHost } from '../source-rule.js'
import { knownHost } from './known-hosts.js'

/** `calls` are the places it appears in. */
type Of = { origin: string; host: string; calls: string[] }
/** `besides` are the addresses besides `origin` that it may ask. */
type OfLibrary = Of & { library: string; besides: string[] }

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
    'in-library': OfLibrary
    'for-library': OfLibrary
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
    const [{ library } = {}] = mentions
    if (library && mentions.every(mayBeLibrarys)) return [ofLibrary(library, mentions, listed)]
    const { host, entry } = origin
    if (host === null) return [notApplicable]
    if (listed?.some((one) => one.host === host)) return [pass({})]
    const calls = mentions.map(placeText)
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
    return [fail('unaccounted', found)]
  },
})

const placeText = ({ place: { file, line, column } }: MentionFact): string => `${file}:${line}:${column}`

const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '')
const LOCAL = /^(?:localhost$|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/** What a library may ask is one thing to find out. */
function ofLibrary(
  { name, isOwn }: NonNullable<MentionFact['library']>,
  mentions: readonly MentionFact[],
  listed: readonly EntryFact[] | null,
) {
  const open = mentions.filter(({ url }) => {
    const host = hostOf(url)
    return !knownHost(host) && !LOCAL.test(host) && !listed?.some((one) => one.host === host)
  })
  const [origin, ...besides] = new Set(open.map(({ url }) => url))
  if (origin === undefined) return pass({})
  const found = { origin, host: hostOf(origin), calls: open.map(placeText), library: name, besides }
  return unknown(isOwn ? 'in-library' : 'for-library', found)
}
