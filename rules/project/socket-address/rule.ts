import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { type CallFact, type EntryFact, specialUse } from '../../../src/facts/index.js'
import type { ApiName } from '../../../src/types.js'
import { bareHost, evidenceOf, isBareSocket, type Of } from '../source-rule.js'

/**
 * UDP and TCP sockets take a host and a port instead of a URL: is the host in the list of its API, and may it be reached at all?
 * `lists`: the lists that the platform has; `closed`: ports it never connects TCP to, or the first and the last of a range. What could not be determined is left to
 * project/unlisted-domain.
 */
export default defineRule({
  id: 'project/socket-address',
  subject: 'url',
  needs: ['call', 'called', 'listed', 'near'],
  parameters: { lists: [] as ApiName[], closed: [] as number[][] },
  evidence: evidence<{
    pass: Record<never, never>
    'unlisted-tcp': Of & { near: string }
    'unlisted-udp': Of & { near: string }
    address: Of
    'udp-address': Of
    lan: Of
    own: Of
    'closed-port': Of & { port: number }
    malformed: Of
    'other-port': Of & { listed: string }
    'no-list': Of
  }>(),
  reasons: {
    'unlisted-tcp': 'fail',
    'unlisted-udp': 'fail',
    address: 'fail',
    'udp-address': 'fail',
    lan: 'fail',
    own: 'fail',
    'closed-port': 'fail',
    malformed: 'fail',
    'other-port': 'unknown',
    'no-list': 'unknown',
  },
  judge({ call, called, listed, near }, { lists, closed }) {
    if (!called || !isBareSocket(call) || call.unreached) return [notApplicable]
    const { origin } = called
    const found = evidenceOf(call, called)
    if (!lists.includes(call.api)) return [unknown('no-list', found)]
    if (origin.host === null || origin.scheme !== call.api || isSpoiled(origin))
      return [fail('malformed', found)]
    const { port } = origin
    const isClosed =
      port !== null && closed.some(([first = 0, last = first]) => first <= port && port <= last)
    if (call.api === 'tcp' && isClosed) return [fail('closed-port', { ...found, port })]
    const kind = kindOf(origin, call)
    if (kind !== null) return [fail(kind, found)]
    if (listed === null) return [notApplicable]
    const own = listed.filter(({ entry, host }) => entry.api === call.api && host === origin.host)
    if (own.some((entry) => entry.port === null || entry.port === port)) return [pass({})]
    const [other] = own
    if (other) return [unknown('other-port', { ...found, listed: other.entry.text })]
    return [fail(call.api === 'udp' ? 'unlisted-udp' : 'unlisted-tcp', { ...found, near: near ?? '' })]
  },
})

/** What is wrong with its text besides an underscore or a hyphen, which servers' names have. */
const isSpoiled = ({ syntax }: EntryFact) =>
  syntax.some((problem) => problem !== 'underscore' && problem !== 'hyphen')

/** What an address is that no list contains; null for a name. WeChat's own demo sends UDP to `localhost`. */
function kindOf(origin: EntryFact, { api }: CallFact): 'address' | 'udp-address' | 'lan' | 'own' | null {
  const kind = bareHost(origin)
  if (api === 'udp') return kind === null || kind === 'lan' ? kind : 'udp-address'
  if (kind === 'localhost' || (origin.host !== null && specialUse(origin.host) === 'loopback')) return 'own'
  return kind
}
