/** Name constraints (RFC 5280 section 4.2.1.10). */
import { emailsIn, RDN_SEPARATOR } from '../certificate/name.js'
import type { Certificate, GeneralName, NameConstraints } from '../types.js'

/** What one certificate of the path allows below it. */
export interface Constraint extends NameConstraints {
  critical: boolean
}

/** Comparisons for one path; enough for every real one, and done in some milliseconds. */
export const MAX_COMPARISONS = 250_000

/** Every name a certificate claims, including the subject. */
export function namesOf(certificate: Certificate): GeneralName[] {
  const names = [...(certificate.generalNames ?? [])]
  const { canonical, empty } = certificate.subject
  if (!empty) names.push({ form: 'directory', value: canonical })
  // An address in the subject counts where there is no subjectAltName.
  if (certificate.generalNames === undefined) {
    for (const value of emailsIn(canonical)) names.push({ form: 'email', value })
  }
  return names
}

/** Names that a constraint excludes; `work` counts comparisons down, and below zero the search ends. */
export function forbiddenName(
  names: readonly GeneralName[],
  constraint: Constraint,
  work: { left: number },
): GeneralName | null {
  for (const form of new Set(names.map((name) => name.form))) {
    const ofForm = (bases: readonly GeneralName[]) => bases.filter((base) => base.form === form)
    const permitted = ofForm(constraint.permitted)
    const excluded = ofForm(constraint.excluded)
    if (permitted.length + excluded.length === 0) continue
    const known = WITHIN[form]
    const bad = names
      .filter((name) => name.form === form)
      .find((name) => {
        work.left -= permitted.length + excluded.length
        if (work.left < 0) return true
        // A form that we can't compare must be refused when the extension is critical.
        if (known === undefined) return constraint.critical
        if (excluded.some((base) => known(name.value, base.value, 'excluded'))) return true
        return permitted.length > 0 && !permitted.some((base) => known(name.value, base.value, 'permitted'))
      })
    if (bad) return bad
  }
  return null
}

/**
 * Does `name` fall under `base`? Every doubt, such as a wildcard of which only a part does, counts against
 * the certificate: as outside what is permitted, as inside what is excluded.
 */
type Within = (name: string, base: string, kind: 'permitted' | 'excluded') => boolean

const dnsWithin: Within = (name, base, kind) => {
  const wanted = base.toLowerCase()
  const given = name.toLowerCase().replace(/\.$/, '')
  if (wanted === '') return true
  // A leading dot is not in the RFC but in use: names below, not the name itself.
  const suffix = wanted.startsWith('.') ? wanted : `.${wanted}`
  if (given.endsWith(suffix) || given === wanted) return true
  // *.example.com also stands for a.example.com.
  const parent = given.startsWith('*.') ? given.slice(1) : null
  return (
    kind === 'excluded' &&
    parent !== null &&
    suffix.endsWith(parent) &&
    !suffix.slice(1, -parent.length).includes('.')
  )
}

const ipWithin: Within = (name, base) => {
  if (base.length !== name.length * 2) return false
  const address = Buffer.from(name, 'hex')
  const network = Buffer.from(base, 'hex')
  return address.every((octet, i) => {
    const mask = network[address.length + i] as number
    return (octet & mask) === ((network[i] as number) & mask)
  })
}

const directoryWithin: Within = (name, base) =>
  base === '' || name === base || name.startsWith(base + RDN_SEPARATOR)

/** A mailbox, a host, or with a leading dot all hosts of a domain. */
const emailWithin: Within = (name, base, kind) => {
  const at = name.lastIndexOf('@')
  if (at < 0) return kind === 'excluded'
  const host = name.slice(at + 1).toLowerCase()
  const wanted = base.slice(base.lastIndexOf('@') + 1).toLowerCase()
  if (base.includes('@')) return name.slice(0, at) === base.slice(0, base.lastIndexOf('@')) && host === wanted
  return hostWithin(host, wanted)
}

const hostWithin = (host: string, base: string): boolean =>
  base === '' || (base.startsWith('.') ? host.endsWith(base) : host === base)

const uriWithin: Within = (name, base, kind) => {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?:[:/?#]|$)/i.exec(name)?.[1]
  // Section 4.2.1.10: a URI without a host name, or with an address, can't satisfy a constraint.
  if (host === undefined || /^[\d.]+$/.test(host)) return kind === 'excluded'
  return hostWithin(host.toLowerCase(), base.toLowerCase())
}

const WITHIN: Partial<Record<GeneralName['form'], Within>> = {
  dns: dnsWithin,
  ip: ipWithin,
  directory: directoryWithin,
  email: emailWithin,
  uri: uriWithin,
}
