/** ServerHello, EncryptedExtensions and HelloRetryRequest with one thing in them that servers do not say. */
import { u8, u16, vector8, vector16, vector24 } from '../../../src/probes/tls/bytes.js'
import { extension, message } from '../../helpers/fake-tls.js'
import type { Oddity } from '../../helpers/oddity.js'
import type { OracleCase } from '../world.js'
import { both, odd } from './makers.js'

const none = Buffer.alloc(0)
const adding = (...more: Buffer[]): Oddity => ({
  hello: (parts) => ({ ...parts, extensions: [...parts.extensions, ...more] }),
})
const saying = (more: object): Oddity => ({ hello: (parts) => ({ ...parts, ...more }) })
const without = (type: number): Oddity => ({
  hello: (parts) => ({ ...parts, extensions: parts.extensions.filter((one) => one.readUInt16BE() !== type) }),
})
const encrypted = (...extensions: Buffer[]): Oddity => ({ encrypted: () => extensions })
const alpn = (name: string) => extension(16, vector16(vector8(Buffer.from(name))))
const random = (end: string) => Buffer.concat([Buffer.alloc(24, 7), Buffer.from(end, 'hex')])

export const hellos: readonly OracleCase[] = [
  ...both('plain', 'by hand, nothing odd', {}),
  ...both('unasked', 'an extension nobody asked for', adding(extension(0x1234, none))),
  ...both(
    'twice',
    'an extension that stands twice',
    adding(extension(0xff01, u8(0)), extension(0xff01, u8(0))),
  ),
  ...both('compression', 'compression chosen', saying({ compression: 1 })),
  ...both('legacy-0301', 'legacy_version 3.1', saying({ legacyVersion: 0x0301 })),
  ...both('legacy-0304', 'legacy_version 3.4', saying({ legacyVersion: 0x0304 })),
  odd('no-session-13', 'TLS 1.3: the session id left out', saying({ sessionId: none })),
  odd('other-session-13', 'TLS 1.3: another session id', saying({ sessionId: Buffer.alloc(32, 1) })),
  odd('own-session-12', 'TLS 1.2: a session id of the server', {
    version: 'TLSv1.2',
    ...saying({ sessionId: Buffer.alloc(32, 1) }),
  }),
  odd('echo-session-12', 'TLS 1.2: the session id of the client', {
    version: 'TLSv1.2',
    hello: (parts, { sessionId }) => ({ ...parts, sessionId }),
  }),
  ...both('trailing', 'bytes behind the extensions of ServerHello', {
    helloBytes: (made) => message(2, Buffer.concat([made.subarray(4), u8(0)])),
  }),
  odd('suite12-13', 'TLS 1.3 with a suite of 1.2', saying({ suite: 0xc02b })),
  odd('suite13-12', 'TLS 1.2 with a suite of 1.3', { version: 'TLSv1.2', ...saying({ suite: 0x1301 }) }),
  odd('versions-in-12', 'TLS 1.2: supported_versions that says 1.2', {
    version: 'TLSv1.2',
    ...adding(extension(43, u16(0x0303))),
  }),
  odd('draft-13', 'a draft of TLS 1.3', {
    hello: (parts) => ({ ...parts, extensions: [extension(43, u16(0x7f1c)), ...parts.extensions.slice(1)] }),
  }),
  odd('downgrade-12', 'TLS 1.2 from a server that says it has 1.3', {
    version: 'TLSv1.2',
    ...saying({ random: random('444f574e47524401') }),
  }),
  odd('downgrade-11', 'TLS 1.2 from a server that says it was downgraded to 1.1', {
    version: 'TLSv1.2',
    ...saying({ random: random('444f574e47524400') }),
  }),
  odd('downgrade-13', 'TLS 1.3 with the mark of a downgrade', saying({ random: random('444f574e47524401') })),
  odd('no-ems-12', 'TLS 1.2 without extended_master_secret', { version: 'TLSv1.2', ...without(23) }),
  odd('ems-content-12', 'extended_master_secret with content', {
    version: 'TLSv1.2',
    hello: (parts) => ({ ...parts, extensions: [extension(0xff01, u8(0)), extension(23, u8(1))] }),
  }),
  odd('no-reneg-12', 'TLS 1.2 without renegotiation_info', { version: 'TLSv1.2', ...without(0xff01) }),
  odd('reneg-content-12', 'renegotiation_info with content', {
    version: 'TLSv1.2',
    hello: (parts) => ({ ...parts, extensions: [extension(0xff01, vector8(Buffer.alloc(12)))] }),
  }),
  odd('no-extensions-12', 'TLS 1.2 without extensions', {
    version: 'TLSv1.2',
    hello: ({ extensions: _, ...parts }) => parts,
  }),
  odd('sni-ack-12', 'TLS 1.2: server_name acknowledged', {
    version: 'TLSv1.2',
    ...adding(extension(0, none)),
  }),
  odd('sni-content-12', 'TLS 1.2: server_name with content', {
    version: 'TLSv1.2',
    ...adding(extension(0, u16(0))),
  }),
  odd('sni-ack-13', 'TLS 1.3: server_name acknowledged', encrypted(extension(0, none))),
  odd('sni-content-13', 'TLS 1.3: server_name with content', encrypted(extension(0, u16(0)))),
  odd('alpn-other-12', 'TLS 1.2: a protocol not offered', { version: 'TLSv1.2', ...adding(alpn('spdy/1')) }),
  odd('alpn-other-13', 'TLS 1.3: a protocol not offered', encrypted(alpn('spdy/1'))),
  odd('alpn-empty-12', 'TLS 1.2: a protocol without a name', { version: 'TLSv1.2', ...adding(alpn('')) }),
  odd(
    'alpn-two-13',
    'TLS 1.3: two protocols',
    encrypted(extension(16, vector16(vector8(Buffer.from('h2')), vector8(Buffer.from('http/1.1'))))),
  ),
  odd('alpn-10-13', 'TLS 1.3: http/1.0, not offered', encrypted(alpn('http/1.0'))),
  odd('groups-13', 'TLS 1.3: supported_groups', encrypted(extension(10, vector16(u16(29), u16(23))))),
  odd('groups-12', 'TLS 1.2: supported_groups', {
    version: 'TLSv1.2',
    ...adding(extension(10, vector16(u16(29), u16(23)))),
  }),
  odd('points-12', 'TLS 1.2: point formats', {
    version: 'TLSv1.2',
    ...adding(extension(11, vector8(u8(0)))),
  }),
  odd('points-compressed-12', 'TLS 1.2: only compressed points', {
    version: 'TLSv1.2',
    ...adding(extension(11, vector8(u8(1)))),
  }),
  odd(
    'unasked-ee-13',
    'TLS 1.3: an encrypted extension nobody asked for',
    encrypted(extension(0x1234, none)),
  ),
  odd(
    'keyshare-ee-13',
    'TLS 1.3: key_share among the encrypted extensions',
    encrypted(extension(51, u16(23))),
  ),
  odd('early-ee-13', 'TLS 1.3: early data accepted that nobody sent', encrypted(extension(42, none))),
  odd(
    'twice-ee-13',
    'TLS 1.3: an encrypted extension twice',
    encrypted(extension(0, none), extension(0, none)),
  ),
  odd('alpn-in-hello-13', 'TLS 1.3: ALPN in ServerHello', adding(alpn('http/1.1'))),
  odd('sct-12', 'TLS 1.2: timestamps, empty', { version: 'TLSv1.2', ...adding(extension(18, none)) }),
  odd('ticket-12', 'TLS 1.2: a ticket promised and not sent', {
    version: 'TLSv1.2',
    ...adding(extension(35, none)),
  }),
  odd('etm-12', 'TLS 1.2: encrypt_then_mac, which was not asked for', {
    version: 'TLSv1.2',
    ...adding(extension(22, none)),
  }),
  odd('heartbeat-12', 'TLS 1.2: heartbeat, which was not asked for', {
    version: 'TLSv1.2',
    ...adding(extension(15, u8(1))),
  }),
  odd('npn-12', 'TLS 1.2: NPN, which was not asked for', {
    version: 'TLSv1.2',
    ...adding(extension(13172, vector8(Buffer.from('h2')))),
  }),
  odd('status-ack-12', 'TLS 1.2: a staple promised and not sent', {
    version: 'TLSv1.2',
    hello: (parts, client) => ({
      ...parts,
      extensions: [...parts.extensions, ...(client.extensions.has(5) ? [extension(5, none)] : [])],
    }),
  }),
  odd('status-unpromised-12', 'TLS 1.2: a staple that was not promised', {
    version: 'TLSv1.2',
    flight12: ([first, ...rest]) => [
      first as Buffer,
      message(22, Buffer.concat([u8(1), vector24(Buffer.from('3003020106', 'hex'))])),
      ...rest,
    ],
  }),
  odd('group-unasked-13', 'TLS 1.3: a key share of a group not offered', { group: 30 }),
  odd('group-unshared-13', 'TLS 1.3: a key share of a group that had none', { group: 24 }),
  odd('retry-shared-13', 'a retry for a group that had a share', { retry: { group: 29 } }),
  odd('retry-unasked-13', 'a retry for a group not offered', { retry: { group: 30 } }),
  odd('retry-nothing-13', 'a retry that changes nothing', { retry: {} }),
  odd('retry-cookie-13', 'a retry with a cookie', { retry: { cookie: Buffer.alloc(40, 1) } }),
  odd('retry-no-cookie-13', 'a retry with an empty cookie', { retry: { cookie: none } }),
  odd('retry-suite-13', 'another suite after the retry', { retry: { suite: 0x1303, group: 23 } }),
  odd('retry-unasked-extension-13', 'a retry with an extension nobody asked for', {
    retry: { group: 23 },
    retryParts: (made) => withExtension(made, extension(0x1234, none)),
  }),
  odd('retry-plain-13', 'a retry for P-256', { retry: { group: 23 } }),
]

function withExtension(made: Buffer, more: Buffer): Buffer {
  const at = 4 + 2 + 32 + 1 + made.readUInt8(38) + 3
  return message(2, Buffer.concat([made.subarray(4, at), vector16(made.subarray(at + 2), more)]))
}
