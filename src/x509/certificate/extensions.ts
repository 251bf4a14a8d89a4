/** Certificate extensions (RFC 5280 section 4.2): the walk over the list. */
import {
  boolean,
  content,
  DerError,
  items,
  type Node,
  oidOf,
  parseScanned,
  TAG,
  tagOf,
} from '../der/index.js'
import type { Extension } from '../types.js'
import type { ExtensionFields } from './extension-fields.js'
import { READERS } from './extension-readers.js'

export const noExtensions = (): ExtensionFields => ({
  odd: [],
  basicConstraints: null,
  keyUsage: null,
  extendedKeyUsage: null,
  subjectAltName: null,
  subjectKeyId: null,
  authorityKeyId: null,
  caIssuers: [],
  ocsp: [],
  crl: [],
  policies: null,
  tlsFeatures: [],
  scts: [],
})

const MAX_EXTENSIONS = 256

/** An entry of Extensions, for certificates, CRLs and OCSP alike; `value` holds one byte per character. */
export interface RawExtension {
  oid: string
  critical: boolean
  /** `critical` is written out although it is FALSE (X.690 section 11.5). */
  explicitDefault: boolean
  value: string
}

/** @throws DerError */
export function rawExtensions(list: Node): RawExtension[] {
  const entries = items(list, TAG.sequence, 'extensions')
  if (entries.length > MAX_EXTENSIONS) throw new DerError(`more than ${MAX_EXTENSIONS} extensions`)
  return entries.map((entry) => {
    const [id, second, third, ...rest] = items(entry, TAG.sequence, 'extension')
    const hasCritical = second !== undefined && tagOf(second) === TAG.boolean
    if (rest.length > 0 || (!hasCritical && third !== undefined))
      throw new DerError('extension: wrong content')
    const critical = hasCritical && boolean(second, 'critical')
    return {
      oid: oidOf(id, 'extension'),
      critical,
      explicitDefault: hasCritical && !critical,
      value: content(hasCritical ? third : second, TAG.octetString, 'extension value'),
    }
  })
}

/** Unreadable values of extensions we know are marked, not thrown. @throws DerError for a broken list */
export function readExtensions(list: Node): {
  fields: ExtensionFields
  extensions: Extension[]
  duplicate: boolean
} {
  const fields = noExtensions()
  const seen = new Set<string>()
  const raw = rawExtensions(list)
  const extensions = raw.map(({ oid, critical, value }): Extension => {
    // RFC 5280 section 4.2 forbids a second one; here the first counts.
    const first = !seen.has(oid)
    seen.add(oid)
    const readable = !first || readInto(fields, oid, value)
    return readable ? { oid, critical } : { oid, critical, unreadable: true }
  })
  if (raw.some(({ explicitDefault }) => explicitDefault)) fields.odd.push('explicit-default')
  return { fields, extensions, duplicate: seen.size < raw.length }
}

function readInto(fields: ExtensionFields, oid: string, value: string): boolean {
  const reader = READERS[oid]
  if (reader === undefined) return true
  try {
    reader(fields, parseScanned(value))
    return true
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}
