import { defineRule, evidence, type Finding, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import {
  type EndpointFacts,
  HELLO_IDS,
  type HelloId,
  TLS_VERSIONS,
  type TlsVersion,
} from '../../../src/facts/index.js'
import { putTo } from '../../../src/grouping.js'
import { readCertificate } from '../../../src/x509/index.js'
import { A_CHAIN } from '../../presuppositions.js'

type Group = { addresses: string[]; sha256: string; notAfter: string }
type Reasons = {
  pass: { addresses: string[] }
  'different-leaf': { hello: HelloId; groups: Group[] }
  'different-chain': { hello: HelloId; groups: { addresses: string[]; certificates: number }[] }
  'different-versions': { groups: { addresses: string[]; versions: TlsVersion[] }[] }
  dead: { dead: string[]; living: string[] }
}

/** Every address of a name must do the same: half-renewed clusters fail some phones some of the time. */
export default defineRule({
  id: 'dns/consistent',
  subject: 'target',
  presupposes: A_CHAIN,
  needs: ['endpoints'],
  evidence: evidence<Reasons>(),
  reasons: {
    'different-leaf': 'fail',
    'different-chain': 'fail',
    'different-versions': 'fail',
    dead: 'fail',
  },
  judge({ endpoints }) {
    const living = endpoints.filter(({ handshakes }) =>
      Object.values(handshakes).some(({ kind }) => kind === 'accepted'),
    )
    const dead = endpoints.filter(({ connect }) => connect.kind === 'refused')
    if (endpoints.length < 2 || living.length === 0) return [notApplicable]
    const findings = [
      ...certificateFindings(living),
      ...versionFindings(living),
      ...(dead.length > 0
        ? [fail('dead', { dead: dead.map(addressOf), living: living.map(addressOf) })]
        : []),
    ]
    if (findings.length > 0) return findings
    return [living.length > 1 ? pass({ addresses: living.map(addressOf) }) : notApplicable]
  },
})

const addressOf = ({ address }: EndpointFacts): string => address

/** Addresses grouped by what `of` returns for them, without those for which it returns null. */
function grouped(endpoints: readonly EndpointFacts[], of: (endpoint: EndpointFacts) => string | null) {
  const groups = new Map<string, EndpointFacts[]>()
  for (const endpoint of endpoints) {
    const key = of(endpoint)
    if (key !== null) putTo(groups, key, endpoint)
  }
  return [...groups.entries()].map(([key, members]) => ({ key, addresses: members.map(addressOf) }))
}

const chainGroup = ({ key, addresses }: { key: string; addresses: string[] }) => ({
  addresses,
  certificates: key.split(',').length,
})

/** Answers to the same hello are compared: a server may have both RSA and EC certificates. */
function certificateFindings(endpoints: readonly EndpointFacts[]): Finding<Reasons>[] {
  const sent = (hello: HelloId) => (endpoint: EndpointFacts) => {
    const answer = endpoint.handshakes[hello]
    return answer?.kind === 'accepted' && answer.certificates ? answer.certificates : null
  }
  const newestFirst = [...HELLO_IDS].reverse()
  for (const hello of newestFirst) {
    const groups = grouped(endpoints, (endpoint) => sent(hello)(endpoint)?.[0] ?? null)
    if (groups.length > 1) return [fail('different-leaf', { hello, groups: groups.map(leafGroup) })]
  }
  for (const hello of newestFirst) {
    const groups = grouped(endpoints, (endpoint) => sent(hello)(endpoint)?.join() ?? null)
    if (groups.length > 1) return [fail('different-chain', { hello, groups: groups.map(chainGroup) })]
  }
  return []
}

function leafGroup({ key, addresses }: { key: string; addresses: string[] }): Group {
  try {
    const { sha256, notAfter } = readCertificate(Buffer.from(key, 'base64'))
    return { addresses, sha256, notAfter: Number.isFinite(notAfter) ? new Date(notAfter).toISOString() : '' }
  } catch {
    return { addresses, sha256: '', notAfter: '' }
  }
}

const HELLOS: Record<TlsVersion, HelloId> = {
  SSLv3: 'ssl3',
  TLSv1: 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
}

/** A version that one address did not answer is not compared at all. */
function versionFindings(endpoints: readonly EndpointFacts[]): Finding<Reasons>[] {
  const known = TLS_VERSIONS.filter((version) =>
    endpoints.every(({ handshakes }) => {
      const answer = handshakes[HELLOS[version]]
      return answer !== undefined && answer.kind !== 'no-answer'
    }),
  )
  const spoken = ({ handshakes }: EndpointFacts) =>
    known.filter((version) => handshakes[HELLOS[version]]?.kind === 'accepted')
  const groups = grouped(endpoints, (endpoint) => spoken(endpoint).join(' '))
  if (groups.length < 2) return []
  const shown = groups.map(({ key, addresses }) => ({
    addresses,
    versions: key.split(' ').filter(Boolean) as TlsVersion[],
  }))
  return [fail('different-versions', { groups: shown })]
}
