/** Unpacks the root lists; the first call takes a few milliseconds. */
import { gunzipSync } from 'node:zlib'
import { PACKED } from './data/anchors.js'

/** First and last version label that lists the anchor; null: still in the newest known list. */
export type VersionRange = [first: string, last: string | null]

export interface Limits {
  /** Chrome: untrusted unless an SCT is as old as this instant. */
  chromeSctNotAfter?: string
  /** Apple: refused when issued after this day. */
  appleIssuedAfter?: string
  /** Mozilla: refused when notBefore is later. */
  mozillaDistrustAfter?: string
}

export interface ListedVersion {
  version: string
  /** When the list was current, `YYYY-MM-DD`. */
  date: string
  /** Where the list was taken from. */
  ref: string
  /** Anchors that some phones of this version have and others don't, by security patch. */
  wavering?: string[]
}

export interface ListVersions {
  readOn: string
  ios: ListedVersion[]
  android: ListedVersion[]
  mozilla: { date: string; ref: string }
  chrome: { version: string; ref: string }
  windows: { date: string; ref: string }
}

export interface PackedAnchor {
  id: string
  name: string
  /** DER. */
  subject: Buffer
  /** SubjectPublicKeyInfo, DER. */
  spki: Buffer
  /** Latest notAfter of the root's own certificates, `YYYY-MM-DD`. */
  notAfter: string
  ios: VersionRange[]
  android: VersionRange[]
  mozilla: boolean
  chrome: boolean
  windows: boolean
  limits: Limits
  /** NameConstraints of the root's own certificate, DER. */
  nameConstraints: Buffer | null
}

type Row = [
  name: string,
  id: string,
  notAfter: string,
  ios: VersionRange[],
  android: VersionRange[],
  lists: string,
  more?: { limits?: Limits; nameConstraints?: string },
]

interface Lists {
  versions: ListVersions
  anchors: PackedAnchor[]
}

let unpacked: Lists | undefined

export function lists(): Lists {
  unpacked ??= unpack()
  return unpacked
}

function unpack(): Lists {
  const bytes = gunzipSync(Buffer.from(PACKED, 'base64'))
  const jsonEnd = 4 + bytes.readUInt32BE(0)
  const json = JSON.parse(bytes.toString('utf8', 4, jsonEnd)) as { versions: ListVersions; anchors: Row[] }
  const elements = derElements(bytes, jsonEnd)
  const count = json.anchors.length
  const anchors = json.anchors.map((row, index) => anchorOf(row, elements[index], elements[count + index]))
  return { versions: json.versions, anchors }
}

const NONE = Buffer.alloc(0)

function anchorOf(row: Row, subject: Buffer = NONE, spki: Buffer = NONE): PackedAnchor {
  const [name, id, notAfter, ios, android, listed, more = {}] = row
  return {
    id,
    name,
    subject,
    spki,
    notAfter,
    ios,
    android,
    mozilla: listed.includes('m'),
    chrome: listed.includes('c'),
    windows: listed.includes('w'),
    limits: more.limits ?? {},
    nameConstraints: more.nameConstraints === undefined ? null : Buffer.from(more.nameConstraints, 'base64'),
  }
}

/** Our own data, so its lengths are taken at their word. */
function derElements(bytes: Buffer, start: number): Buffer[] {
  const elements: Buffer[] = []
  for (let at = start; at < bytes.length; ) {
    const first = bytes[at + 1] ?? 0
    let content = at + 2
    let length = first
    if (first > 0x7f) {
      length = 0
      for (const last = content + (first & 0x7f); content < last; content++) {
        length = length * 256 + (bytes[content] ?? 0)
      }
    }
    elements.push(bytes.subarray(at, content + length))
    at = content + length
  }
  return elements
}
