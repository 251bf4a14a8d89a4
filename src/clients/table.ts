/** The table of client generations, unpacked. */
import type { TlsVersion } from '../facts/index.js'
import { PACKED, READ_ON } from './data.js'
import type { Certainty, Client, ClientFamily } from './types.js'

interface Packed {
  id: string
  family: ClientFamily
  from: string
  to: string
  stack: string
  certainty: Certainty
  record: string
  legacy: string
  versions: string
  suites: string
  extensions: string
  groups: string
  shares: string
  signatures: string
  alpn: string
  compress: string
  grease?: boolean
  permuted?: boolean
  ats?: { suites: string; versions: string; certainty: Certainty }
  source: { title: string; url: string; captured: string }
}

/** Signalling values listed among the suites (RFC 5746, RFC 7507). */
const SIGNALS = new Set([0x00ff, 0x5600])
const PADDING = 0x0015
/** Outside of iOS the library is BoringSSL, which pads every hello that needs it. */
const EXTENDED_MASTER_SECRET = 0x0017

const VERSIONS: Record<number, TlsVersion> = {
  768: 'SSLv3',
  769: 'TLSv1',
  770: 'TLSv1.1',
  771: 'TLSv1.2',
  772: 'TLSv1.3',
}

const FAMILY_NAMES: Record<ClientFamily, string> = { ios: 'iOS', android: 'Android', chromium: 'Chromium' }
/** What distinguishes clients of the same version. */
const BYNAMES: Record<string, string> = {
  'android-4.4-tls12': ' (TLS 1.2)',
  'android-7.0-okhttp': ' (OkHttp)',
  'android-11-okhttp': ' (OkHttp)',
  'chromium-131-android': ' (Android)',
  'cronet-android-16': ' (Android)',
}

/** `7.1` for 7.1 to 7.1.2, `12.0-12.1`. */
const span = (from: string, to: string): string =>
  to === from || to.startsWith(`${from}.`) ? from : `${from}-${to}`

const codes = (list: string): number[] => list.split(' ').filter(Boolean).map(hex)
const hex = (code: string): number => Number.parseInt(code, 16)

/** Oldest generation of each family first. */
export const CLIENTS: readonly Client[] = PACKED.trim()
  .split('\n')
  .map((line) => unpack(JSON.parse(line) as Packed))

const byId = new Map(CLIENTS.map((client) => [client.id, client]))

export function clientById(id: string): Client | undefined {
  return byId.get(id)
}

function unpack(packed: Packed): Client {
  const { id, family, from, to, stack, certainty, ats, source } = packed
  const all = codes(packed.suites)
  const allowed = ats && new Set([...codes(ats.suites), ...SIGNALS])
  const suites = allowed ? all.filter((suite) => allowed.has(suite)) : all
  const versions = codes(ats?.versions ?? packed.versions)
  const extensions = codes(packed.extensions)
  return {
    id,
    family,
    name: `${FAMILY_NAMES[family]} ${span(from, to)}${BYNAMES[id] ?? ''}`,
    from,
    to,
    stack,
    certainty: ats?.certainty === 'derived' ? 'derived' : certainty,
    offer: {
      versions: versions.flatMap((code) => VERSIONS[code] ?? []),
      suites: suites.filter((suite) => !SIGNALS.has(suite)),
      groups: codes(packed.groups),
      signatures: codes(packed.signatures),
    },
    shape: {
      recordVersion: hex(packed.record),
      legacyVersion: hex(packed.legacy),
      suites,
      extensions: extensions.filter((type) => type !== PADDING),
      shares: codes(packed.shares),
      alpn: packed.alpn.split(' ').filter(Boolean),
      compress: codes(packed.compress),
      grease: packed.grease ?? false,
      permuted: packed.permuted ?? false,
      padded:
        extensions.includes(PADDING) || (family !== 'ios' && extensions.includes(EXTENDED_MASTER_SECRET)),
    },
    source: { ...source, readOn: READ_ON },
  }
}
