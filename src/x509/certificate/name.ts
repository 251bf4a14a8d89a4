/** Distinguished names (RFC 5280 section 4.1.2.4). */
import { items, type Node, oidOf, parse, scan, TAG, tagOf, text, toHex } from '../der/index.js'
import { ATTRIBUTES } from '../oids.js'
import type { Name } from '../types.js'

const COMMON_NAME = '2.5.4.3'
/** Between the relative names of a canonical name; no value holds it, since a line break is squeezed to a space. */
export const RDN_SEPARATOR = '\n'

interface Attribute {
  type: string
  value: string | null
  hex: string
}

const hexOf = (node: Node): string =>
  typeof node.value === 'string' ? toHex(node.value) : node.value.map(hexOf).join('')

function readAttribute(node: Node): Attribute {
  const [type, value] = items(node, TAG.sequence, 'name')
  const id = oidOf(type, 'name attribute')
  if (value === undefined) return { type: id, value: null, hex: '' }
  const shown = text(value)
  return { type: id, value: shown, hex: shown === null ? `${tagOf(value).toString(16)}:${hexOf(value)}` : '' }
}

/** The relative names of a parsed Name. @throws DerError */
const readRdns = (node: Node): Attribute[][] =>
  items(node, TAG.sequence, 'name').map((rdn) => items(rdn, TAG.set, 'name').map(readAttribute))

// RFC 5280 section 7.1 with RFC 4518: case folded, spaces squeezed. Whether a value is a PrintableString
// or a UTF8String makes no difference.
function canonicalValue(value: string): string {
  const folded = /^[\x20-\x7e]*$/.test(value) ? value : value.normalize('NFKC')
  return folded
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[\\+#]/g, (character) => `\\${character.charCodeAt(0).toString(16)}`)
}

const canonicalAttribute = ({ type, value, hex }: Attribute): string =>
  `${type}=${value === null ? `#${hex}` : canonicalValue(value)}`

/** Name.canonical of a parsed Name. @throws DerError */
export const canonicalName = (node: Node): string => canonical(readRdns(node))

const canonical = (rdns: Attribute[][]): string =>
  rdns.map((rdn) => rdn.map(canonicalAttribute).sort().join('+')).join(RDN_SEPARATOR)

// Control characters, and those that change the writing direction, never reach a terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** RFC 4514 section 2.4. */
export function escapeForPeople(value: string): string {
  return value
    .replace(/[\\",+;<>]/g, '\\$&')
    .replace(/^[ #]| $/g, '\\$&')
    .replace(
      UNPRINTABLE,
      (character) =>
        `\\${Buffer.from(character)
          .toString('hex')
          .replace(/..(?!$)/g, '$&\\')}`,
    )
}

function printed(rdns: Attribute[][]): string {
  const attribute = ({ type, value, hex }: Attribute): string =>
    `${ATTRIBUTES[type] ?? type}=${value === null ? `#${hex}` : escapeForPeople(value)}`
  return [...rdns]
    .reverse()
    .map((rdn) => rdn.map(attribute).join('+'))
    .join(',')
}

/** `hex` is the DER of `node`. @throws DerError */
export function nameIn(node: Node, hex: string): Name {
  const rdns = readRdns(node)
  const commonName = rdns.flat().findLast(({ type }) => type === COMMON_NAME)?.value ?? null
  return { der: hex, canonical: canonical(rdns), text: printed(rdns), commonName, empty: rdns.length === 0 }
}

/** Reads the DER of a Name. @throws DerError */
export function readName(der: Uint8Array): Name {
  const bytes = Buffer.from(der.buffer, der.byteOffset, der.byteLength)
  scan(bytes)
  return nameIn(parse(bytes.toString('latin1')), bytes.toString('hex'))
}

/** The e-mail addresses in a canonical name: name constraints on addresses hold for them too. */
export const emailsIn = (canonicalName: string): string[] =>
  [...canonicalName.matchAll(/(?:^|[\n+])1\.2\.840\.113549\.1\.9\.1=([^\n+]*)/g)].map(([, value = '']) =>
    value.replace(/\\(5c|2b|23)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )
