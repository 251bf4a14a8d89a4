/** Everything that reads untrusted bytes or text, and the errors each may throw. */
import { parseConfig, readEntry } from '../../src/config/index.js'
import { httpAnswer, upgradeAnswer } from '../../src/probes/http/answer.js'
import { readHead } from '../../src/probes/http/head.js'
import { responseReader } from '../../src/probes/http/reader.js'
import { conversation } from '../../src/probes/http2/conversation.js'
import { connectReader } from '../../src/probes/proxy.js'
import { MalformedError } from '../../src/probes/tls/bytes.js'
import { readCertificates12, readCertificates13, readStatus } from '../../src/probes/tls/certificates.js'
import { openCompressed } from '../../src/probes/tls/compressed-certificate.js'
import { type Flight, startFlight } from '../../src/probes/tls/flight.js'
import { HELLO_PROFILES } from '../../src/probes/tls/hellos.js'
import { readServerKeyExchange } from '../../src/probes/tls/key-exchange.js'
import { LimitError, messageReader } from '../../src/probes/tls/messages.js'
import { NotTlsError, recordReader } from '../../src/probes/tls/records.js'
import { readAlpn, readExtensions, readServerHello } from '../../src/probes/tls/server-hello.js'
import { keyCache } from '../../src/probes/tls/signature.js'
import { safeJson, visible, visibleLines } from '../../src/report/index.js'
import { readRules } from '../../src/scan/project/gitignore.js'
import {
  anchorsOf,
  buildPaths,
  checkPath,
  crlStatus,
  DerError,
  issuerOf,
  matchHost,
  ocspStatus,
  readCertificate,
  readCrl,
  readOcspResponse,
  readPem,
  readPkcs7,
  readPkcs12,
  readSctList,
} from '../../src/x509/index.js'
import { noChanges, source, sources, spoiledFacts, spoiledReport } from './documents.js'
import * as seeds from './seeds.js'

export interface FuzzReader {
  name: string
  seeds: readonly Buffer[]
  /** @throws only what `refusals` names; anything else is a finding */
  read(bytes: Buffer): void | Promise<void>
  refusals: readonly (new (...args: never[]) => Error)[]
}

const NOW = Date.now()
const leaf = readCertificate(seeds.leaf.der)
const intermediate = readCertificate(seeds.intermediate.der)
const anchors = anchorsOf([readCertificate(seeds.root.der)])
const noAnchors = anchorsOf([])
const DER = [DerError]
const TLS = [MalformedError, LimitError]

const reader = (
  name: string,
  seedList: readonly Buffer[],
  read: (bytes: Buffer) => unknown,
  refusals: FuzzReader['refusals'] = [],
): FuzzReader => ({
  name,
  seeds: seedList,
  read: async (bytes) => {
    await read(bytes)
  },
  refusals,
})

/** Feeds pieces whose sizes come from the bytes themselves, so that an input reproduces everything. */
function inPieces(bytes: Buffer, push: (piece: Buffer) => boolean): void {
  const size = 1 + ((bytes[0] ?? 0) % 61)
  for (let at = 0; at < bytes.length; at += size) if (!push(bytes.subarray(at, at + size))) return
}

function flight(profile: (typeof HELLO_PROFILES)[number], bytes: Buffer): void {
  const started = startFlight(profile, 'a.example', keyCache())
  inPieces(bytes, (piece) => {
    started.receive(piece)
    return started.answer === null
  })
  settled(started)
}

function settled(started: Flight): void {
  started.interrupt('closed')
  if (started.answer === null) throw new Error('no answer')
  if (JSON.stringify(started.answer).includes('"internal"')) throw new Error('an internal fault')
}

/** The bytes are those of a real flight with changes: its hello is new each time, so changes are made here. */
function spoiledFlight(bytes: Buffer): void {
  const [pick = 0, place = 0, more = 0, ...changes] = bytes
  const profile = HELLO_PROFILES[place % HELLO_PROFILES.length] ?? HELLO_PROFILES[0]
  if (!profile) return
  const started = startFlight(profile, 'a.example', keyCache())
  const answer = Buffer.from(seeds.flightFor(started.hello, pick))
  changes.forEach((change, index) => {
    const at = (more * 251 + change * 13 + index * 101) % answer.length
    answer[at] = change
  })
  inPieces(answer, (piece) => {
    started.receive(piece)
    return started.answer === null
  })
  settled(started)
}

function http2(bytes: Buffer): void {
  const talk = conversation()
  talk.ask([[':method', 'GET']])
  inPieces(bytes, (piece) => talk.receive(piece).answer === null)
  talk.end('closed')
}

function http(bytes: Buffer): void {
  const response = responseReader()
  let reading = null as ReturnType<typeof response.push>
  inPieces(bytes, (piece) => {
    reading = response.push(piece)
    return reading === null
  })
  const exchange = { reading: reading ?? response.end('closed'), firstByteMs: 1 }
  httpAnswer(exchange, new URL('https://a.example/x'))
  upgradeAnswer(exchange, 'x')
}

const HARMLESS = /^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]*$/u
function shown(bytes: Buffer): void {
  for (const text of [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')]) {
    const json = JSON.stringify({ text })
    const lines = [visible(text), ...visibleLines(text), safeJson(json)]
    if (!lines.every((line) => HARMLESS.test(line))) throw new Error('something steers')
    if (lines.some((line) => /##\w*\[/.test(line))) throw new Error('a command in a log')
    if (JSON.parse(safeJson(json)).text !== text) throw new Error('JSON that means something else')
  }
}

async function config(bytes: Buffer, file: string): Promise<void> {
  const options = { file, known: { rules: {} }, today: NOW }
  const outcome = await parseConfig(bytes.toString('utf8'), options)
  if (!('config' in outcome) && outcome.problems.length === 0) throw new Error('neither config nor problem')
}

/** The first line is a path, the others are the patterns. */
function ignored(bytes: Buffer): void {
  const text = bytes.toString('utf8')
  const path = text.split('\n', 1)[0] ?? ''
  const steps = { left: 50_000_000 }
  const rules = readRules(text.slice(path.length + 1))
  for (const isFolder of [true, false]) rules.test(path, isFolder, steps)
  if (steps.left < 0) throw new Error('no end of steps')
}

export const READERS: readonly FuzzReader[] = [
  reader(
    'certificate',
    seeds.certificates,
    (bytes) => {
      const certificate = readCertificate(bytes)
      certificate.publicKey()
      matchHost(certificate, 'a.example')
      issuerOf(certificate)
    },
    DER,
  ),
  reader(
    'path',
    seeds.certificates,
    (bytes) => {
      const odd = readCertificate(bytes)
      for (const [from, over] of [
        [leaf, [odd, intermediate]],
        [odd, [intermediate, leaf, odd]],
      ] as const) {
        for (const source of [anchors, noAnchors]) {
          const { paths } = buildPaths({ leaf: from, others: over, anchors: source })
          for (const path of paths) checkPath(path, { at: NOW, strict: true })
        }
      }
    },
    DER,
  ),
  reader('SCT list', [seeds.scts], readSctList, DER),
  reader(
    'OCSP',
    [seeds.staple],
    (bytes) => ocspStatus(readOcspResponse(bytes), leaf, issuerOf(intermediate), NOW),
    DER,
  ),
  reader('CRL', seeds.crls, (bytes) => crlStatus(readCrl(bytes), leaf, issuerOf(intermediate), NOW), DER),
  reader('PKCS #7', seeds.pkcs7, readPkcs7, DER),
  reader('PKCS #12', seeds.pkcs12, (bytes) => readPkcs12(bytes, null), DER),
  reader('PEM', seeds.pems, (bytes) => readPem(bytes.toString('latin1')), [RangeError]),
  reader('records', seeds.certificates12, (bytes) => recordReader().push(bytes, () => true), [
    MalformedError,
    NotTlsError,
  ]),
  reader(
    'messages',
    seeds.certificates12,
    (bytes) => {
      const messages = messageReader()
      inPieces(bytes, (piece) => {
        messages.push(piece, () => true)
        return true
      })
    },
    TLS,
  ),
  reader('ServerHello', seeds.serverHellos, readServerHello, TLS),
  reader('extensions', seeds.serverHellos, (bytes) => readAlpn(readExtensions(bytes)), TLS),
  reader('Certificate of TLS 1.2', seeds.certificates12, readCertificates12, TLS),
  reader('Certificate of TLS 1.3', seeds.certificates13, readCertificates13, TLS),
  reader('CertificateStatus', seeds.statuses, readStatus, TLS),
  reader('ECDHE parameters', seeds.parameters, (bytes) => readServerKeyExchange(bytes, 'ecdhe'), TLS),
  reader('DHE parameters', seeds.parameters, (bytes) => readServerKeyExchange(bytes, 'dhe'), TLS),
  reader(
    'compressed certificate',
    seeds.certificates12,
    (bytes) => openCompressed({ type: 25, body: bytes, raw: bytes }, [1, 2]),
    TLS,
  ),
  ...HELLO_PROFILES.map((profile) =>
    reader(`flight ${profile.id}`, seeds.firstRecords, (bytes) => flight(profile, bytes)),
  ),
  reader(
    'corrupted flight',
    [0, 1, 2, 3, 4].flatMap((pick) => [0, 1, 9].map((place) => Buffer.from([pick, place, 0]))),
    spoiledFlight,
  ),
  reader('HTTP response', seeds.responses, http),
  reader('HTTP/2 answer', seeds.http2Answers, http2),
  reader('HTTP head', seeds.responses, readHead),
  reader('answer of a proxy', seeds.responses, (bytes) => {
    const answer = connectReader()
    inPieces(bytes, (piece) => answer(piece) === null)
  }),
  ...['c.json', 'c.yaml', 'config', 'package.json'].map((file) =>
    reader(`config ${file}`, seeds.configs, (bytes) => config(bytes, file)),
  ),
  reader('.gitignore', seeds.ignores, ignored),
  reader('domain entry', seeds.entries, (bytes) =>
    readEntry({ family: 'wechat', api: 'request', text: bytes.toString('utf8') }),
  ),
  reader('text shown', seeds.texts, shown),
  reader('saved facts', noChanges, spoiledFacts),
  reader('saved report', noChanges, spoiledReport),
  reader('source', sources, source),
]
