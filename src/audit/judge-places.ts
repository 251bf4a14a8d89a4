/** A target seen from several places: each is judged separately, and the worst verdict counts. */
import { HERE, type TargetFacts, TLS_VERSIONS } from '../facts/index.js'
import type { Target, VantageView } from '../types.js'
import { comparison } from './compare-places.js'
import { joinedResults, joinedSummary } from './join-places.js'
import { judgeOne, verdictsFor } from './judge-target.js'
import type { PlacedTarget } from './placed-target.js'
import type { Run } from './run.js'
import { joinedVerdicts } from './verdicts.js'

/** @param places of one target; one without a name is this machine */
export function judgePlaces(places: readonly TargetFacts[], run: Run): Target {
  const [first, ...more] = places
  if (!first) throw new RangeError('no place')
  if (more.length === 0 && first.vantage === undefined) return judgeOne(first, run)
  const judged = places.map((facts): PlacedTarget => {
    const target = judgeOne(facts, run)
    return { facts, target, vantage: facts.vantage ?? HERE }
  })
  const { host, port, scheme, entries } = first
  const compared = comparison(judged, run)
  const [own] = judged.map(({ target }) => target.verdicts)
  const platforms = run.facts.config.platforms.filter((platform) => own && platform in own)
  return {
    ...{ host, port, scheme, entries },
    verdicts: joinedVerdicts([
      ...judged.map(({ target }) => target.verdicts),
      verdictsFor(compared, platforms, run.settings),
    ]),
    // The failure itself comes before the note that it doesn't happen everywhere.
    results: [...joinedResults(judged, run.texts), ...compared],
    ...joinedSummary(judged),
    vantages: judged.map(viewOf),
  }
}

const HELLO_OF = {
  SSLv3: 'ssl3',
  TLSv1: 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
} as const

const versionsOf = (endpoints: TargetFacts['endpoints']) =>
  TLS_VERSIONS.filter((version) =>
    endpoints.some(({ handshakes }) => handshakes[HELLO_OF[version]]?.kind === 'accepted'),
  )

function viewOf({ vantage, facts, target }: PlacedTarget): VantageView {
  const { dns, endpoints, http, notLooked } = facts
  const { verdicts, addresses, certificate, chain } = target
  if (notLooked !== undefined) return { vantage, verdicts, notLooked }
  const versions = versionsOf(endpoints)
  const silent = dns && [dns.a, dns.aaaa].every(({ kind }) => kind !== 'answered') ? dns.a.kind : undefined
  const status = statusOf(http)
  return {
    ...{ vantage, verdicts },
    ...(addresses && { addresses }),
    ...(dns && dns.cname.length > 0 && { cname: dns.cname }),
    ...(silent !== undefined && silent !== 'answered' && { dns: silent }),
    ...(certificate && { certificate: briefly(certificate) }),
    ...(chain && { chain: chain.flatMap(({ sha256, sent }) => (sent ? [sha256] : [])) }),
    ...(versions.length > 0 && { versions }),
    ...(status !== undefined && { status }),
  }
}

const briefly = ({
  sha256,
  issuer,
  notBefore,
  notAfter,
}: NonNullable<Target['certificate']>): NonNullable<VantageView['certificate']> => ({
  ...{ sha256, issuer, notBefore, notAfter },
})

function statusOf(http: TargetFacts['http']): number | undefined {
  const [exchange] = http?.paths[0]?.exchanges ?? []
  const answer = exchange?.answer ?? http?.upgrades[0]?.answer
  return answer?.kind === 'answered' ? answer.status : undefined
}
