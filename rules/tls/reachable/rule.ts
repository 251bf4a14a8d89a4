import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { EndpointFacts, Handshake, Refusal } from '../../../src/facts/index.js'
import { A_LISTENER } from '../../presuppositions.js'

type Dead = { address: string; how: string }

type Evidence = {
  pass: { addresses: string[] }
  refused: { addresses: string[] }
  reset: { addresses: string[] }
  'not-tls': { addresses: string[]; got: string }
  silent: { addresses: string[]; phase: string; cause: string }
  'some-refused': { addresses: string[]; dead: Dead[]; living: string[] }
  'some-broken': { addresses: string[]; dead: Dead[]; living: string[] }
  'some-silent': { addresses: string[]; dead: Dead[]; living: string[] }
  'spare-silent': { addresses: string[]; dead: Dead[]; living: string[] }
  'cut-at-times': { addresses: string[]; times: number }
}

/** The server ended the connection. */
const ENDED: readonly string[] = ['ECONNRESET', 'EPIPE', 'closed']

type State = { kind: 'answered' | 'refused' | 'reset' | 'not-tls' | 'silent'; how: string }
type Located = { endpoint: EndpointFacts; state: State }

/** A server must be listening, and speak TLS. */
export default defineRule({
  id: 'tls/reachable',
  subject: 'target',
  presupposes: A_LISTENER,
  needs: ['endpoints'],
  evidence: evidence<Evidence>(),
  reasons: {
    refused: 'fail',
    reset: 'fail',
    'not-tls': 'fail',
    silent: 'unknown',
    'some-refused': 'fail',
    'some-broken': 'fail',
    'some-silent': 'unknown',
    'spare-silent': 'unknown',
    'cut-at-times': 'unknown',
  },
  judge({ endpoints }) {
    if (endpoints.length === 0) return [notApplicable]
    const states = endpoints.map((endpoint): Located => ({ endpoint, state: stateOf(endpoint) }))
    const of = (...wanted: State['kind'][]) => states.filter(({ state }) => wanted.includes(state.kind))
    const living = of('answered').map(({ endpoint }) => endpoint.address)
    if (living.length === 0) return nobody(states)

    const silent = of('silent')
    const groups = {
      'some-broken': of('reset', 'not-tls'),
      'some-refused': of('refused'),
      'some-silent': silent.filter(({ endpoint }) => endpoint.family === 4),
      'spare-silent': silent.filter(({ endpoint }) => endpoint.family === 6),
    }
    const findings = [
      ...(['some-broken', 'some-refused'] as const)
        .filter((reason) => groups[reason].length > 0)
        .map((reason) => fail(reason, { ...deadIn(groups[reason]), living })),
      ...(['some-silent', 'spare-silent'] as const)
        .filter((reason) => groups[reason].length > 0)
        .map((reason) => unknown(reason, { ...deadIn(groups[reason]), living })),
      ...endpoints.flatMap(({ address, cutAtTimes }) =>
        cutAtTimes ? [unknown('cut-at-times', { addresses: [address], times: cutAtTimes })] : [],
      ),
    ]
    return findings.length > 0 ? findings : [pass({ addresses: living })]
  },
})

const deadIn = (found: readonly Located[]): { addresses: string[]; dead: Dead[] } => ({
  addresses: found.map(({ endpoint }) => endpoint.address),
  dead: found.map(({ endpoint, state }) => ({ address: endpoint.address, how: state.how })),
})

function stateOf({ connect, handshakes }: EndpointFacts): State {
  if (connect.kind === 'refused') return { kind: 'refused', how: 'connection refused' }
  if (connect.kind === 'no-answer') return { kind: 'silent', how: `${connect.phase}: ${connect.cause}` }
  const answers = Object.values(handshakes)
  if (answers.some(spokeTls)) return { kind: 'answered', how: '' }
  const other = answers.find(saidSomethingElse)
  if (other) return { kind: 'not-tls', how: other.by === 'malformed' ? other.by : (other.got ?? 'unknown') }
  const quiet = answers.find((answer) => answer.kind === 'no-answer' && !endedByPeer(answer))
  if (quiet?.kind === 'no-answer') return { kind: 'silent', how: `${quiet.phase}: ${quiet.cause}` }
  if (answers.length === 0) return { kind: 'silent', how: 'hello: not-tried' }
  return { kind: 'reset', how: 'reset or closed after the hello' }
}

const saidSomethingElse = (answer: Handshake): answer is Refusal =>
  answer.kind === 'refused' && (answer.by === 'not-tls' || answer.by === 'malformed')

function spokeTls(answer: Handshake): boolean {
  if (answer.kind === 'accepted') return true
  return answer.kind === 'refused' && ['alert', 'other-version', 'downgrade'].includes(answer.by)
}

const endedByPeer = (answer: Handshake): boolean =>
  answer.kind === 'no-answer' && ENDED.includes(answer.cause)

/**
 * No address works: one that stays silent outweighs those that refuse, except for an IPv6 address that only this
 * machine can't reach.
 */
function nobody(states: Located[]): Finding<Evidence>[] {
  const unreachable = ({ endpoint, state }: Located) =>
    endpoint.family === 6 && state.kind === 'silent' && state.how.includes(': local:')
  const spare = states.filter(unreachable)
  const heard = states.filter((one) => !unreachable(one))
  if (spare.length === 0 || heard.length === 0) return [verdictOn(states)]
  return [verdictOn(heard), unknown('spare-silent', { ...deadIn(spare), living: [] })]
}

function verdictOn(states: readonly Located[]): Finding<Evidence> {
  const addresses = states.map(({ endpoint }) => endpoint.address)
  const silent = states.find(({ state }) => state.kind === 'silent')
  if (silent) {
    const [phase = '', cause = ''] = silent.state.how.split(': ')
    return unknown('silent', { addresses, phase, cause })
  }
  const other = states.find(({ state }) => state.kind === 'not-tls')
  if (other) return fail('not-tls', { addresses, got: other.state.how })
  const reset = states.some(({ state }) => state.kind === 'reset')
  return reset ? fail('reset', { addresses }) : fail('refused', { addresses })
}
