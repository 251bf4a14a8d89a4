/** Certificates that hold more than names: each valid to the letter, on a server that serves it well. */
import type net from 'node:net'
import tls from 'node:tls'
import { bundle, type CertificateInput, type Issued, makeCertificate } from '../../src/demo/index.js'
import type { HostileKind, HostileWorld } from './hostile-types.js'
import { EVERY_PAYLOAD, PAYLOADS } from './hostile-world.js'

export function nameKinds(world: HostileWorld): HostileKind[] {
  const { intermediate, hostOf } = world
  const served = (name: string, rule: string, leaf: Issued, ...others: Issued[]): HostileKind => ({
    ...{ name, scheme: 'https', atBest: 'unknown', rule: `certificate/${rule}` },
    serve: secure({ cert: bundle(leaf, ...others), key: leaf.keyPem }),
  })
  const leaf = (name: string, input: CertificateInput) =>
    served(name, 'hostname', makeCertificate({ issuer: intermediate, ...input }), intermediate)
  const subjects = Object.entries(PAYLOADS).map(([label, text]) =>
    leaf(`name-${label}`, {
      subject: { cn: text, o: text, ou: text },
      names: [utf8(text), `${utf8(text)}.example`],
    }),
  )
  const lost = makeCertificate({
    subject: { cn: EVERY_PAYLOAD, o: EVERY_PAYLOAD },
    ca: true,
    issuer: world.root,
  })
  const stranger = makeCertificate({ subject: EVERY_PAYLOAD, ca: true })
  const under = (name: string, issuer: Issued, more: CertificateInput = {}) =>
    makeCertificate({ names: [hostOf(name)], issuer, ...more })
  const urls = [
    'file:///etc/passwd',
    'http://[::1]:1/\u009b',
    `http://127.0.0.1:9/${utf8(EVERY_PAYLOAD)}`,
    'javascript:OWNED',
  ]
  return [
    ...subjects,
    leaf('name-of-64-kb', {
      subject: `OWNED${'x'.repeat(65_536)}`,
      names: [`${'x.'.repeat(32_768)}example`],
    }),
    leaf('ten-thousand-names', { names: Array.from({ length: 10_000 }, (_, i) => `n${i}.example`) }),
    leaf('name-with-nul', { names: [`${hostOf('name-with-nul')}\0.example`] }),
    served('issuer-missing', 'chain-complete', under('issuer-missing', lost)),
    served(
      'issuer-missing-urls',
      'chain-complete',
      under('issuer-missing-urls', lost, { caIssuers: urls, ocsp: urls, crl: urls }),
    ),
    served('stranger', 'trusted', under('stranger', stranger), stranger),
    served(
      'surplus',
      'validity',
      under('surplus', intermediate, { notAfter: new Date(0), notBefore: new Date(-1e9) }),
      intermediate,
      stranger,
    ),
    served(
      'self-signed',
      'self-signed',
      makeCertificate({ names: [hostOf('self-signed')], subject: EVERY_PAYLOAD }),
    ),
  ]
}

/** The octets of the text's UTF-8, as the factory writes them. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

/** A handshake by the book; then `answer` has the connection. */
export function secure(
  options: tls.TlsOptions,
  answer: (socket: tls.TLSSocket) => void = (socket) => socket.on('data', () => socket.end()),
): (socket: net.Socket) => void {
  const server = tls.createServer(options, (socket) => {
    socket.on('error', () => socket.destroy())
    answer(socket)
  })
  server.on('tlsClientError', () => {})
  return (socket) => void server.emit('connection', socket)
}
