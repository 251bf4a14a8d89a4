/** GeneralName (RFC 5280 section 4.2.1.6), in both subjectAltName and nameConstraints. */
import { DerError, explicit, inner, items, type Node, TAG, tagOf, toHex } from '../der/index.js'
import type { GeneralName } from '../types.js'
import { canonicalName } from './name.js'

const FORMS: Readonly<Record<number, GeneralName['form']>> = {
  0: 'other',
  1: 'email',
  2: 'dns',
  3: 'x400',
  4: 'directory',
  5: 'edi',
  6: 'uri',
  7: 'ip',
  8: 'registered',
}

/** @throws DerError also for bytes above 7F where an IA5String must stand. */
export function generalName(node: Node): GeneralName {
  const form = node.tagClass === 0x80 ? FORMS[node.type] : undefined
  if (form === undefined) throw new DerError(`general name: tag ${tagOf(node)}`)
  if (form === 'directory') {
    if (tagOf(node) !== explicit(4)) throw new DerError('general name: wrong type')
    return { form, value: canonicalName(inner(node, 'directoryName')) }
  }
  if (form === 'other' || form === 'x400' || form === 'edi') return { form, value: '' }
  if (typeof node.value !== 'string') throw new DerError(`general name: ${form} is constructed`)
  if (form === 'ip' || form === 'registered') return { form, value: toHex(node.value) }
  if (/[^\x00-\x7f]/.test(node.value)) throw new DerError(`general name: ${form} is not ASCII`)
  return { form, value: node.value }
}

/** @throws DerError when the list is empty or an entry is unreadable */
export function generalNames(node: Node): GeneralName[] {
  const names = items(node, TAG.sequence, 'general names').map(generalName)
  for (const { form, value } of names) {
    if (form === 'ip' && value.length !== 8 && value.length !== 32)
      throw new DerError('iPAddress: bad length')
  }
  return names
}

/** Octets in hex to dotted or RFC 5952 text. */
export function addressText(hex: string): string {
  const bytes = Buffer.from(hex, 'hex')
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(i * 2).toString(16)).join(':')
  const runs = [...groups.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)].map(([run]) => run)
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  if (longest === '') return groups
  const at = groups.search(new RegExp(`(?:^|(?<=:))${longest}(?=:|$)`))
  const before = groups.slice(0, at).replace(/:$/, '')
  const after = groups.slice(at + longest.length).replace(/^:/, '')
  return `${before}::${after}`
}
