/**
 * What every probe of an address records but these facts lack: they were cut or edited, or the run was set to look at less. A
 * missing part looks just like one that was fine, so it is named.
 */

import { keyExchangeOf } from '../clients/index.js'
import { type Gap, speaksNoTls } from '../engine/index.js'
import {
  type Answer,
  type ChainFact,
  type ClientFlight,
  chainText,
  type EndpointFacts,
  type Handshake,
  HELLO_IDS,
  HELLOS_IF_OPEN,
  type ServerFlight,
  type TargetFacts,
} from '../facts/index.js'
import { isIP } from '../ip.js'
import { rememberedCertificate } from '../x509/index.js'

/** How many names are listed. */
const TOLD = 10

export function factGaps({ host, endpoints, certificateFile }: TargetFacts): Gap[] {
  if (certificateFile !== undefined) return []
  const lacking = endpoints
    .filter((endpoint) => endpoint.connect.kind === 'accepted' && !speaksNoTls(endpoint))
    .flatMap((endpoint) =>
      [...lackingHellos(endpoint, host), ...lackingChains(endpoint), ...lackingClients(endpoint)].map(
        (part) => `${endpoint.address} ${part}`,
      ),
    )
  if (lacking.length === 0) return []
  return [{ kind: 'facts-missing', lacking: lacking.slice(0, TOLD), count: lacking.length }]
}

const ALWAYS_ASKED = HELLO_IDS.filter((id) => !HELLOS_IF_OPEN.includes(id))

/** SNI never carries an IP address, so there is no hello without SNI to compare with. */
function lackingHellos({ handshakes, nameless }: EndpointFacts, host: string): string[] {
  const named = isIP(host.replace(/^\[(.*)\]$/, '$1')) === 0
  const answers = Object.entries({ ...handshakes, ...(nameless && { nameless }) })
  return [
    ...ALWAYS_ASKED.filter((id) => handshakes[id] === undefined),
    ...(named && nameless === undefined ? ['nameless'] : []),
    ...answers.filter(([, answer]) => lacksCertificates(answer)).map(([id]) => `${id} certificates`),
  ]
}

function lacksCertificates(answer: Handshake): boolean {
  return answer.kind === 'accepted' && !answer.incomplete && !answer.certificates?.length
}

/** A chain is missing that a hello refers to, or one is there that no hello refers to. */
function lackingChains({ chains, handshakes }: EndpointFacts): string[] {
  const known = new Set(chains.map(({ certificates }) => chainText(certificates)))
  const lost = Object.entries(handshakes).flatMap(([id, answer]) => {
    const certificates = answer.kind === 'accepted' ? answer.certificates : undefined
    return certificates?.length && !known.has(chainText(certificates)) ? [`${id} chain`] : []
  })
  const undrawn = chains.flatMap(({ hellos, clients = [], byRequest }, index) =>
    hellos.length + clients.length === 0 && !byRequest ? [`chains[${index}].hellos`] : [],
  )
  return [...lost, ...undrawn]
}

/** What decides whether a client accepts the answer, and what predictions for others are based on. */
function lackingClients({ clients = [], chains, handshakes }: EndpointFacts): string[] {
  const answered = Object.entries(handshakes).flatMap(([id, { kind }]) => (kind === 'accepted' ? [id] : []))
  const drew = new Set<string>([...answered, ...chains.flatMap((chain) => chain.clients ?? [])])
  const broken = new Set(Object.entries(handshakes).flatMap(([id, answer]) => (isBroken(answer) ? [id] : [])))
  for (const one of clients) if (one.basis === 'connected' && isBroken(one.handshake)) broken.add(one.client)
  return clients.flatMap((one) => {
    const { client } = one
    if (one.basis === 'connected') return lackingIn(one.handshake, chains).map((part) => `${client} ${part}`)
    const { prediction } = one
    if (prediction.kind !== 'accepted' || drew.has(prediction.from) || broken.has(prediction.from)) return []
    return [`${client} from`]
  })
}

const isBroken = (answer: Answer<Pick<ServerFlight, 'incomplete'>>): boolean =>
  answer.kind === 'accepted' && answer.incomplete !== undefined

/** If the flight was read to its end. */
function lackingIn(answer: Answer<ClientFlight>, chains: readonly ChainFact[]): string[] {
  if (answer.kind !== 'accepted' || answer.incomplete) return []
  const { version, cipher, keyProof, group, dhBits, signatureAlgorithm, leaf } = answer
  const signed = version === 'TLSv1.3' || (version === 'TLSv1.2' && keyExchangeOf(cipher) !== 'rsa')
  const chain = answer.chain === undefined ? undefined : chains[answer.chain]
  const lacking = {
    chain: chain === undefined,
    keyProof: keyProof === undefined,
    signatureAlgorithm: signed && signatureAlgorithm === undefined,
    group: signed && group === undefined && dhBits === undefined,
    leaf: leaf === undefined && hasKnownKey(chain),
  }
  return Object.entries(lacking).flatMap(([part, isLacking]) => (isLacking ? [part] : []))
}

/** A key that can be parsed, whose type decides whether a client can use it. */
function hasKnownKey(chain: ChainFact | undefined): boolean {
  const key = rememberedCertificate(chain?.certificates[0] ?? '')?.key
  return key?.type === 'rsa' || (key?.type === 'ec' && /^P-(?:256|384|521)$/.test(key.curve))
}
