/** One connection: connect, one ClientHello, the server's first flight. */
import type { Handshake, NoAnswer, Refusal } from '../facts/index.js'
import { openLine } from './net.js'
import type { ProxyRoute } from './proxy.js'
import type { Flight } from './tls/flight.js'

export interface Attempt {
  handshake: Handshake
  /** Was the TCP connection accepted? */
  connected: boolean
}

export interface Destination {
  address: string
  port: number
  /** Deadline of the whole connection. */
  timeoutMs: number
  proxy?: ProxyRoute | undefined
  signal?: AbortSignal | undefined
}

/** Faults of the auditing machine: they tell nothing about the server. */
const LOCAL = new Set([
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'EMFILE',
  'ENFILE',
  'EACCES',
  'EPERM',
  'ENETDOWN',
  'ENOBUFS',
  'EAFNOSUPPORT',
])

/** @param onConnected called as soon as TCP has connected */
export function attempt(destination: Destination, flight: Flight, onConnected: () => void): Promise<Attempt> {
  return new Promise((resolve) => {
    let connected = false
    const line = openLine(destination, {
      connected: () => {
        connected = true
        onConnected()
        line.send(flight.hello)
      },
      data: (chunk) => {
        const reply = flight.receive(chunk)
        if (reply) line.send(reply)
        if (!flight.answer) return
        line.close()
        resolve({ handshake: flight.answer, connected })
      },
      ended: (cause) => {
        // A reset can arrive before the event that TCP has connected; a rejected SYN would be ECONNREFUSED.
        if (cause === 'ECONNRESET' && !destination.proxy && !connected) {
          connected = true
          onConnected()
        }
        if (connected) flight.interrupt(cause === 'EPIPE' ? 'ECONNRESET' : cause)
        resolve({ handshake: connected && flight.answer ? flight.answer : unconnected(cause), connected })
      },
    })
  })
}

/** No TCP connection was established. */
export function unconnected(cause: string): Refusal | NoAnswer {
  if (cause === 'ECONNREFUSED') return { kind: 'refused', by: 'connection' }
  return { kind: 'no-answer', phase: 'connect', cause: LOCAL.has(cause) ? `local:${cause}` : cause }
}
