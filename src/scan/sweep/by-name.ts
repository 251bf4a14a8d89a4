/** Calls of libraries that could not be followed, joined by a name with the addresses that nothing else uses. */
import type { CallFact } from '../../facts/index.js'
import type { InnerCall, Libraries } from '../trace/index.js'
import type { Mention } from './literals.js'

/**
 * `{ lbsUrl: 'https://lbs.acme.cn/conf' }` in a library, or in what it is given, and a call in it that takes its URL from a
 * member `lbsUrl`: it asks that server. What the library is given stands for its own default.
 */
export function askedByName(mentions: readonly Mention[], { open, inner }: Libraries): CallFact[] {
  const named = mentions.flatMap((one) => {
    const library = open.get(one.place.file)
    return library && one.property !== undefined && !one.inProse ? [{ one, ...library }] : []
  })
  const given = new Set(named.flatMap(({ one, isOwn }) => (isOwn ? [] : [one.property])))
  return named
    .filter(({ one, isOwn }) => !isOwn || !given.has(one.property))
    .flatMap(({ one, name }) => askedBy(one, inner.get(name) ?? []))
}

function askedBy({ url, place, property = '' }: Mention, calls: readonly InnerCall[]): CallFact[] {
  const scheme = url.slice(0, url.indexOf(':'))
  return calls
    .filter(({ reads }) => reads.has(property))
    .flatMap(({ facts }) => facts)
    .filter(({ api }) => scheme === (api === 'connectSocket' ? 'wss' : 'https'))
    .map(({ missing: _, ...call }) => {
      return { ...call, place, urls: [{ text: `${url}/`, complete: false, place }], undetermined: null }
    })
}
