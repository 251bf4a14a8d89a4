import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { EndpointFacts } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'

type Reasons = {
  pass: { addresses: string[] }
  refused: { addresses: string[]; how: string }
  silent: { addresses: string[]; phase: string; cause: string }
  'only-ipv6': { addresses: string[] }
}

/** Phones in mobile networks try IPv6 first: an AAAA record without a TLS server behind it slows or fails them. */
export default defineRule({
  id: 'dns/ipv6',
  subject: 'target',
  presupposes: A_CHAIN,
  needs: ['dns', 'endpoints'],
  evidence: evidence<Reasons>(),
  reasons: { refused: 'fail', silent: 'unknown', 'only-ipv6': 'fail' },
  judge({ dns, endpoints }) {
    const v6 = endpoints.filter(({ family }) => family === 6)
    const v4Works = endpoints.some((endpoint) => endpoint.family === 4 && shakesHands(endpoint))
    if (dns.source === 'proxy' || v6.length === 0) return [notApplicable]
    if (v6.length === endpoints.length && dns.a.addresses.length === 0 && dns.a.kind !== 'timeout')
      return [fail('only-ipv6', { addresses: v6.map(({ address }) => address) })]
    if (!v4Works) return [notApplicable]
    const findings = [...refusals(v6), ...silences(v6)]
    return findings.length > 0 ? findings : [pass({ addresses: v6.map(({ address }) => address) })]
  },
})

const shakesHands = ({ handshakes }: EndpointFacts): boolean =>
  Object.values(handshakes).some(({ kind }) => kind === 'accepted')

/** Why no hello was accepted: it counts as refused only if no hello went unanswered. */
function fateOf(endpoint: EndpointFacts) {
  if (shakesHands(endpoint)) return null
  if (endpoint.connect.kind !== 'accepted') return endpoint.connect
  const answers = Object.values(endpoint.handshakes)
  return (
    answers.find(({ kind }) => kind === 'no-answer') ?? answers.find(({ kind }) => kind === 'refused') ?? null
  )
}

function refusals(endpoints: readonly EndpointFacts[]): Finding<Reasons>[] {
  const refused = endpoints.flatMap((endpoint) => {
    const fate = fateOf(endpoint)
    return fate?.kind === 'refused' ? [{ address: endpoint.address, by: fate.by }] : []
  })
  const [first] = refused
  return first ? [fail('refused', { addresses: refused.map(({ address }) => address), how: first.by })] : []
}

function silences(endpoints: readonly EndpointFacts[]): Finding<Reasons>[] {
  const silent = endpoints.flatMap((endpoint) => {
    const fate = fateOf(endpoint)
    if (fate?.kind !== 'no-answer') return []
    return [{ address: endpoint.address, phase: fate.phase, cause: fate.cause }]
  })
  const [first] = silent
  if (!first) return []
  const { phase, cause } = first
  return [unknown('silent', { addresses: silent.map(({ address }) => address), phase, cause })]
}
