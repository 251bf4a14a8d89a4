/** One ClientHello and the bytes that came back → what they say. No socket and no clock: bytes in, facts out. */
import type { Handshake, NoAnswer, Refusal, ServerFlight } from '../../facts/index.js'
import { DowngradeError, MalformedError } from './bytes.js'
import { clientHello } from './client-hello.js'
import { CONTENT, MESSAGE, versionOfCode } from './code-points.js'
import { flightReader12 } from './flight12.js'
import { checkTls13Hello, flightReader13, type Retried, retryHello } from './flight13.js'
import type { FlightReader, HandshakeContext } from './handshake-context.js'
import type { FlightProfile } from './hellos.js'
import { type HandshakeMessage, LimitError, MAX_BYTES, messageReader } from './messages.js'
import { serviceOf } from './other-service.js'
import { NotTlsError, recordReader, type TlsRecord } from './records.js'
import { checkOldHello, checkServerExtensions } from './server-extensions.js'
import { readServerHello, type ServerHello } from './server-hello.js'
import type { KeyOf, Proofs } from './signature.js'

export interface Flight {
  /** The bytes to send first. */
  readonly hello: Buffer
  /** Takes bytes of the server; returns bytes to send in answer, where there are any. Never throws on bytes. */
  receive(chunk: Buffer): Buffer | null
  /** The connection ended: `cause` is an errno name, `closed`, `timeout`, ... Settles the answer. */
  interrupt(cause: string): void
  /** Null until it is settled. */
  readonly answer: Handshake | null
}

/** The whole state of a flight under way. */
interface State extends HandshakeContext {
  follow: FlightReader | null
  retried: Retried | null
  warningAlert?: number
  warnings: number
  /** The first bytes of the server, for evidence. */
  head: Buffer
  received: number
  reply: Buffer | null
  answer: Handshake | null
}

const EVIDENCE_BYTES = 64
/** kMaxWarningAlerts of BoringSSL; OpenSSL's limit is the same. */
const MAX_WARNINGS = 4
const CLOSE_NOTIFY = 0
/** A dummy change_cipher_spec before the second hello (RFC 8446 section D.4). */
const CHANGE_CIPHER_SPEC = Buffer.from([CONTENT.changeCipherSpec, 3, 3, 0, 1, 1])

/**
 * @param name host name for SNI; null sends none
 * @param keyOf reads a leaf's public key
 * @param proofs what this server has proved in other flights
 */
export function startFlight(
  profile: FlightProfile,
  name: string | null,
  keyOf: KeyOf,
  proofs: Proofs = new Map(),
): Flight {
  const hello = clientHello(profile, name)
  const state: State = {
    profile,
    name,
    hello,
    keyOf,
    proofs,
    follow: null,
    retried: null,
    warnings: 0,
    head: Buffer.alloc(0),
    received: 0,
    reply: null,
    answer: null,
  }
  const records = recordReader()
  const messages = messageReader()
  const onMessage = (message: HandshakeMessage): boolean => {
    const clear = !state.follow?.open
    takeMessage(state, message)
    return state.answer === null && clear === !state.follow?.open
  }
  const onRecord = (record: TlsRecord): boolean => {
    const content = unprotect(state, record)
    if (content?.type === CONTENT.alert) takeAlert(state, content.body)
    if (content?.type === CONTENT.handshake) {
      const clear = !state.follow?.open
      messages.push(content.body, onMessage)
      // RFC 8446 section 5.1: no message spans a change of keys.
      if (clear && state.follow?.open && messages.pending() > 0)
        throw new MalformedError('bytes after ServerHello')
    }
    return state.answer === null
  }
  return {
    hello: hello.record,
    receive: (chunk) => receive(state, chunk, () => records.push(chunk, onRecord)),
    interrupt: (cause) => interrupt(state, cause),
    get answer() {
      return state.answer
    },
  }
}

function receive(state: State, chunk: Buffer, push: () => void): Buffer | null {
  if (state.answer) return null
  if (state.head.length < EVIDENCE_BYTES)
    state.head = Buffer.concat([state.head, chunk.subarray(0, EVIDENCE_BYTES - state.head.length)])
  state.received += chunk.length
  state.reply = null
  try {
    push()
    if (state.received > MAX_BYTES && !state.answer) throw new LimitError('too many bytes')
  } catch (error) {
    breakOff(state, error)
  }
  return state.reply
}

/** Broken TLS: a refusal while no ServerHello was accepted, an incomplete flight afterwards. */
function breakOff(state: State, error: unknown): void {
  const got = serviceOf(state.head)
  if (error instanceof NotTlsError) settle(state, { kind: 'refused', by: 'not-tls', got })
  else if (error instanceof DowngradeError) settle(state, { kind: 'refused', by: 'downgrade' })
  else if (error instanceof MalformedError) settle(state, { kind: 'refused', by: 'malformed' })
  // Anything else is our own fault, and what we can't read is unknown, not refused.
  else {
    const cause = error instanceof LimitError ? 'limit' : 'internal'
    settle(state, { kind: 'no-answer', phase: phaseOf(state), cause })
  }
}

/** Content of a record in the clear; null for a change_cipher_spec, which means nothing in this flight. */
function unprotect(state: State, record: TlsRecord): { type: number; body: Buffer } | null {
  const { type, body } = record
  if (type === CONTENT.changeCipherSpec) {
    const may = state.profile.version === 'TLSv1.3' && (state.follow || state.retried)
    const expected = may && body.length === 1 && body[0] === 1
    if (!expected) throw new MalformedError('unexpected change_cipher_spec')
    return null
  }
  if (type === CONTENT.applicationData) {
    if (!state.follow?.open) throw new MalformedError('application data in a handshake')
    return state.follow.open(record)
  }
  if (type === CONTENT.handshake && state.follow?.open)
    throw new MalformedError('a handshake record in the clear')
  return record
}

function takeAlert(state: State, body: Buffer): void {
  const [level, alert] = body
  if (level === undefined || alert === undefined || body.length !== 2) throw new MalformedError('no alert')
  // In TLS 1.3 the level says nothing (RFC 8446 section 6), but before ServerHello the version is still open.
  const warning = level === 1 && alert !== CLOSE_NOTIFY && !state.follow?.open
  if (!warning) {
    settle(state, { kind: 'refused', by: 'alert', alert })
    return
  }
  state.warningAlert = alert
  state.warnings += 1
  if (state.warnings > MAX_WARNINGS) throw new MalformedError('too many alerts')
}

function takeMessage(state: State, message: HandshakeMessage): void {
  if (state.follow) {
    if (state.follow.read(message)) settle(state, null)
  } else if (message.type === MESSAGE.serverHello) takeServerHello(state, message)
  else throw new MalformedError(`message ${message.type} before ServerHello`)
}

function checkOffered({ suites }: FlightProfile, { suite, compression }: ServerHello): void {
  if (!suites.includes(suite)) throw new MalformedError(`suite ${suite} was not offered`)
  if (compression !== 0) throw new MalformedError('compression was not offered')
}

function takeServerHello(state: State, message: HandshakeMessage): void {
  const hello = readServerHello(message.body)
  const profile = profileAt(state.profile, hello.version)
  if (profile === null || (state.retried && profile.version !== 'TLSv1.3')) {
    settle(state, otherVersion(hello))
    return
  }
  state.profile = profile
  checkOffered(profile, hello)
  checkServerExtensions(state, hello)
  if (state.profile.version !== 'TLSv1.3') {
    checkOldHello(state, hello)
    state.follow = flightReader12(state, hello)
    return
  }
  checkTls13Hello(state, hello)
  if (hello.retry) retry(state, hello, message.raw)
  else state.follow = flightReader13(state, hello, message.raw, state.retried)
}

/** What is expected of the version chosen; null when it was not offered. */
function profileAt(profile: FlightProfile, code: number): FlightProfile | null {
  const version = versionOfCode(code)
  const { phone } = profile
  if (version === undefined) return null
  if (!phone) return version === profile.version ? profile : null
  if (!phone.offer.versions.includes(version)) return null
  // Before TLS 1.2 a signature does not name its algorithm, so there is nothing to hold it against.
  return { ...profile, version, certificateOnly: version !== 'TLSv1.3' && version !== 'TLSv1.2' }
}

function otherVersion(hello: ServerHello): Refusal {
  const version = versionOfCode(hello.version)
  return { kind: 'refused', by: 'other-version', ...(version && { version }) }
}

function retry(state: State, request: ServerHello, raw: Buffer): void {
  if (state.retried) throw new MalformedError('a second retry')
  state.retried = retryHello(state, request, raw)
  state.hello = state.retried.hello
  state.reply = Buffer.concat([CHANGE_CIPHER_SPEC, state.hello.record])
}

function interrupt(state: State, cause: string): void {
  if (state.answer) return
  const { warningAlert } = state
  // A warning and then the end of the connection: the warning was the answer.
  if (warningAlert !== undefined && !state.follow && (cause === 'closed' || cause === 'ECONNRESET')) {
    settle(state, { kind: 'refused', by: 'alert', alert: warningAlert })
  } else settle(state, { kind: 'no-answer', phase: phaseOf(state), cause })
}

function phaseOf(state: State): 'hello' | 'handshake' {
  return state.follow || state.retried ? 'handshake' : 'hello'
}

/** Ends the flight: `ending` is why it broke off, or null when it was read to its end. */
function settle(state: State, ending: Refusal | NoAnswer | null): void {
  if (!state.follow) state.answer = ending
  else
    state.answer = {
      kind: 'accepted',
      ...complete(state, state.follow.flight),
      ...(ending && { incomplete: ending }),
    }
}

function complete(state: State, flight: ServerFlight): ServerFlight {
  return state.warningAlert === undefined ? flight : { ...flight, warningAlert: state.warningAlert }
}
