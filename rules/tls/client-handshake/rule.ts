import {
  type Acceptance,
  acceptance,
  type Client,
  type ClientFamily,
  type ClientFault,
  clientById,
  clientsOf,
  type Lacking,
  lackingOf,
  type Tier,
  tierOf,
} from '../../../src/clients/index.js'
import {
  defineRule,
  evidence,
  type Finding,
  fail,
  leftTo,
  notObserved,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { ClientFact, EndpointFacts } from '../../../src/facts/index.js'
import { PLATFORM_IDS } from '../../../src/types.js'
import { A_SERVER_HELLO } from '../../presuppositions.js'
import { lengthLimit } from '../hello-length.js'
import { leafKeyOf } from '../leaf-key.js'

/** One line of the table of simulated clients; code points are numbers. */
type Row = {
  id: string
  name: string
  version: string | null
  suite: number | null
  group: number | null
  verdict: 'connects' | 'fails' | 'unknown'
  /** Was the client's own hello sent, or was its answer inferred from others? */
  certainty: ClientFact['basis']
  /** How certain it is that the client sends this hello. */
  hello: Client['certainty']
}

type Offered = { versions: string[]; suites: number[]; groups: number[] }
/** The server's answer, or what in it the client doesn't accept. */
type Got = { by: string; alert: number | null; version: string | null; fault: ClientFault }
type Failed = {
  id: string
  name: string
  hello: Client['certainty']
  offered: Offered
  got: Got
  lacking: Lacking
}

type Reasons = {
  pass: { clients: Row[] }
  'cannot-connect': Failure
  'legacy-cannot-connect': Failure
  unconfirmed: Undetermined
  'legacy-unconfirmed': Undetermined
  'no-answer': Undetermined
  'legacy-no-answer': Undetermined
}
type Failure = {
  family: ClientFamily
  lacking: Lacking
  failed: Failed[]
  /** Clients for which other hellos predict the same. */
  undetermined: string[]
  clients: Row[]
}
/** `doomed`: those of the undetermined for which other hellos predict a refusal. */
type Undetermined = { family: ClientFamily; undetermined: string[]; doomed: string[]; clients: Row[] }

/** RFC 7301 section 3.2: no_application_protocol. */
const NO_PROTOCOL = 120
const FAMILIES: readonly ClientFamily[] = ['ios', 'android', 'chromium']
/** Clients that stand for any platform. */
const SOMEBODYS = new Set(PLATFORM_IDS.flatMap(clientsOf))

/** Every generation of clients in use on a platform must get a connection it accepts. */
export default defineRule({
  id: 'tls/client-handshake',
  subject: 'endpoint',
  presupposes: [
    ...A_SERVER_HELLO,
    { rule: 'tls/ats-cipher', failures: true },
    { rule: 'tls/hello-size', reasons: ['cut', 'silent'] },
    // One failing client is enough; others that fail for the same reason add nothing.
    { rule: 'tls/client-handshake', reasons: ['cannot-connect'], failures: true, alike: 'lacking' },
    {
      rule: 'tls/client-handshake',
      reasons: ['cannot-connect', 'no-answer', 'unconfirmed', 'legacy-no-answer', 'legacy-unconfirmed'],
    },
    { rule: 'tls/client-handshake', reasons: ['legacy-cannot-connect'] },
    { rule: 'tls/client-handshake', reasons: ['legacy-cannot-connect'], failures: true, alike: 'lacking' },
  ],
  needs: ['endpoint', 'clients', 'handshakes'],
  parameters: { platform: PLATFORM_IDS[0] },
  choices: { platform: PLATFORM_IDS },
  evidence: evidence<Reasons>(),
  reasons: {
    'cannot-connect': 'fail',
    'legacy-cannot-connect': 'fail',
    unconfirmed: 'unknown',
    'legacy-unconfirmed': 'unknown',
    'no-answer': 'unknown',
    'legacy-no-answer': 'unknown',
  },
  judge(facts, { platform }, { supportedOs, legacyOs }) {
    const tried = tryAll(facts)
    const demanded = new Set(clientsOf(platform))
    const known = new Set(tried.map(({ client }) => client))
    const wanted = [...demanded].filter((client) => tierOf(client, supportedOs, legacyOs) !== 'old')
    // Facts gathered for another config may lack a client, and versions may be given that don't exist.
    if (wanted.length === 0 || wanted.some((client) => !known.has(client)))
      return [notObserved('clients', 'not-tried')]
    const findings = (['supported', 'legacy'] as const).flatMap((tier) =>
      FAMILIES.flatMap((family) => {
        const everyones = tried.filter(
          ({ client }) =>
            client.family === family &&
            SOMEBODYS.has(client) &&
            tierOf(client, supportedOs, legacyOs) === tier,
        )
        const own = everyones.filter(({ client }) => demanded.has(client))
        return judgeTier(tier, { family, own, everyones, clients: rowsFor(family, tried) })
      }),
    )
    return findings.length > 0 ? findings : [pass({ clients: tried.map(({ row }) => row) })]
  },
})

/**
 * Each family's findings are independent of the others', so that they are the same on every platform with that family.
 */
const rowsFor = (family: ClientFamily, tried: readonly Tried[]): Row[] =>
  tried.filter(({ client }) => client.family === family || client.family === 'chromium').map(({ row }) => row)

interface Tried {
  client: Client
  row: Row
  failed: Failed | null
  /** Its own hello was sent and got no answer. */
  silent: boolean
  /** Its own hello was not sent, and others that offer as much were refused. */
  doomed: boolean
  /** Its hello was rejected because of its length: tls/hello-size reports that. */
  tooLong: boolean
}

/** The clients of a family and a tier: those of the platform, and those of all platforms. */
interface Generation {
  family: ClientFamily
  own: readonly Tried[]
  everyones: readonly Tried[]
  clients: Row[]
}

function judgeTier(tier: Exclude<Tier, 'old'>, generation: Generation): Finding<Reasons>[] {
  const { family, own, everyones, clients } = generation
  const fits = ({ tooLong }: Tried) => !tooLong
  if (tier === 'supported' && own.some(({ tooLong }) => tooLong)) {
    const rest = { ...generation, own: own.filter(fits), everyones: everyones.filter(fits) }
    return [leftTo('tls/hello-size'), ...judgeTier(tier, rest)]
  }
  const legacy = tier === 'legacy'
  const findings: Finding<Reasons>[] = []
  const first = own.find(({ failed }) => failed)?.failed
  if (first) {
    // Other failing clients are listed too, so that platforms with the same cause share the finding.
    const failed = everyones.flatMap((one) => one.failed ?? [])
    const doubted = everyones.filter(({ doomed }) => doomed).map(({ client }) => client.name)
    const found = { family, lacking: first.lacking, failed, undetermined: doubted, clients }
    findings.push(legacy ? fail('legacy-cannot-connect', found) : fail('cannot-connect', found))
  }
  const open = own.filter(({ row }) => row.verdict === 'unknown')
  if (open.length === 0) return findings
  const undetermined = open.map(({ client }) => client.name)
  const doomed = open.filter((one) => one.doomed).map(({ client }) => client.name)
  const found = { family, undetermined, doomed, clients }
  if (open.some(({ silent }) => silent))
    return [...findings, legacy ? unknown('legacy-no-answer', found) : unknown('no-answer', found)]
  return [...findings, legacy ? unknown('legacy-unconfirmed', found) : unknown('unconfirmed', found)]
}

interface Facts {
  clients: readonly ClientFact[]
  handshakes: EndpointFacts['handshakes']
  endpoint: EndpointFacts
}

/** Facts of one address are judged once for every platform. */
const allTried = new WeakMap<readonly ClientFact[], readonly Tried[]>()

function tryAll(facts: Facts): readonly Tried[] {
  const known = allTried.get(facts.clients) ?? facts.clients.flatMap((one) => tryOne(one, facts))
  allTried.set(facts.clients, known)
  return known
}

function tryOne(fact: ClientFact, { clients, handshakes, endpoint }: Facts): Tried[] {
  const client = clientById(fact.client)
  if (!client) return []
  const { id, name, certainty: hello, offer } = client
  const flight = chosenIn(fact)
  const tooLong = lengthLimit(clients, endpoint)?.clients.includes(id) ?? false
  const common = {
    id,
    name,
    version: flight?.version ?? null,
    suite: flight?.cipher ?? null,
    group: flight?.group ?? null,
    certainty: fact.basis,
    hello,
  }
  const accepted = acceptanceOf(client, fact)
  if (accepted.connects !== false) {
    const verdict = accepted.connects ? 'connects' : 'unknown'
    const silent = accepted.connects === null && fact.basis === 'connected'
    const doomed = fact.basis === 'predicted' && fact.prediction.kind === 'refused'
    return [{ client, row: { ...common, verdict }, failed: null, silent, doomed, tooLong }]
  }
  const got = gotIn(fact, accepted.fault)
  const lacking = saidBy(got) ?? lackingOf(offer, handshakes, leafKeyOf)
  const failed: Failed = { id, name, hello, offered: offeredBy(client), got, lacking }
  const row: Row = { ...common, verdict: 'fails' }
  return [{ client, row, failed, silent: false, doomed: false, tooLong }]
}

/** Where the answer itself names what is missing. */
function saidBy({ alert, by }: Got): Lacking | null {
  if (by === 'downgrade') return 'downgrade'
  return alert === NO_PROTOCOL ? 'protocol' : null
}

function chosenIn(fact: ClientFact): { version: string; cipher: number; group?: number } | null {
  const answer = fact.basis === 'connected' ? fact.handshake : fact.prediction
  return answer.kind === 'accepted' ? answer : null
}

/** A predicted failure isn't evidence. */
function acceptanceOf({ offer }: Client, fact: ClientFact): Acceptance {
  if (fact.basis === 'connected') return acceptance(offer, fact.handshake)
  return { connects: fact.prediction.kind === 'accepted' ? true : null }
}

const offeredBy = ({ offer }: Client): Offered => ({
  versions: [...offer.versions],
  suites: [...offer.suites],
  groups: [...offer.groups],
})

function gotIn(fact: ClientFact, fault: ClientFault): Got {
  const answer = fact.basis === 'connected' ? fact.handshake : null
  if (answer?.kind === 'refused')
    return { by: answer.by, alert: answer.alert ?? null, version: answer.version ?? null, fault }
  const version = answer?.kind === 'accepted' ? answer.version : null
  const ending =
    answer?.kind === 'accepted' && answer.incomplete?.kind === 'refused' ? answer.incomplete : null
  return { by: ending?.by ?? 'server-hello', alert: ending?.alert ?? null, version, fault }
}
