/** A TLS server made by hand that completes its handshake and answers HTTP, with any part of it changed. */
import type net from 'node:net'
import { type ClientHelloView, readRecords, record, retryRequest, viewHello } from './fake-tls.js'
import { type Oddity, P256, type WholeIdentity } from './oddity.js'
import { serve12 } from './whole-tls12.js'
import { keysFor, serve13 } from './whole-tls13.js'

const speaks13 = (hello: ClientHelloView): boolean =>
  hello.extensions.get(43)?.includes(Buffer.from([3, 4])) ?? false

export function serveWhole(socket: net.Socket, identity: WholeIdentity, odd: Oddity): void {
  let state: ((type: number, body: Buffer) => void) | null = null
  const transcript: Buffer[] = []
  readRecords(socket, (type, body, whole) => {
    try {
      if (state) return state(type, body)
      if (type !== 22) return
      const hello = viewHello(whole)
      const tls13 = speaks13(hello) && odd.version !== 'TLSv1.2'
      if (tls13 && transcript.length === 0 && (odd.retry || !keysFor(hello))) {
        const asked = retryRequest(hello, odd.retry ?? { group: P256 })
        const sent = odd.retryParts?.(asked.message) ?? asked.message
        transcript.push(asked.transcript[0] as Buffer, sent)
        socket.write(record(22, sent))
        return
      }
      // handshake_failure
      if (!tls13 && !hello.suites.includes(0xc02b)) return void socket.end(record(21, Buffer.from([2, 40])))
      state = (tls13 ? serve13 : serve12)(socket, identity, odd, hello, transcript)
    } catch {
      socket.destroy()
    }
  })
}
