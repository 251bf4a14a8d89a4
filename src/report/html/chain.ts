/** A chain as boxes: every certificate that was sent, in the order it was sent, with what is missing in its place. */

import type { ChainLink, Result, Target } from '../../types.js'
import { certificatesIn } from '../renewals/served.js'
import { roleOf } from '../roles.js'

export type Flag =
  | { kind: 'missing' | 'duplicate' | 'surplusRoot' | 'stranger' | 'unreadable' }
  | { kind: 'expired' | 'early'; date: string }

export interface Box {
  role: 'leaf' | 'intermediate'
  name: string
  /** Counts from 1; null for a certificate that was not sent. */
  position: number | null
  /** Does the box before name this one as its issuer? Null for the first. */
  issuedBefore: boolean | null
  flags: Flag[]
  /** End of validity, if the report has it. */
  notAfter: string | null
}

/** Maximum number of certificates drawn; a longer chain is a fault in itself. */
const MOST = 12

export interface Drawn {
  boxes: Box[]
  /** Certificates left out. */
  more: number
}

export function boxesOf(target: Target, chain: readonly ChainLink[]): Drawn {
  const placed = withMissing(target, inPlace(chain))
  const flags = flagsOf(target.results)
  const boxes = placed.slice(0, MOST).map(({ link, position }, at): Box => {
    const before = placed[at - 1]?.link
    const own = flags.filter(({ of }) => of === link.sha256 || of === position).map(({ flag }) => flag)
    return {
      role: position === 1 ? 'leaf' : 'intermediate',
      name: shortSubject(link.subject),
      position,
      issuedBefore: before ? before.issuer === link.subject : null,
      flags: link.sent ? own : [{ kind: 'missing' }, ...own],
      notAfter: notAfterOf(target, link),
    }
  })
  return { boxes, more: placed.length - boxes.length }
}

interface Placed {
  link: ChainLink
  position: number | null
}

/** What was added comes after the certificate that it issued, not at the end. */
function inPlace(chain: readonly ChainLink[]): Placed[] {
  const placed: Placed[] = chain.filter(({ sent }) => sent).map((link, at) => ({ link, position: at + 1 }))
  for (const link of chain.filter(({ sent }) => !sent)) {
    const issued = placed.findIndex((one) => one.link.issuer === link.subject)
    placed.splice(issued < 0 ? placed.length : issued + 1, 0, { link, position: null })
  }
  return placed
}

/** An issuer that is missing and was not found: only its name is known. */
function withMissing({ results }: Target, placed: Placed[]): Placed[] {
  if (placed.some(({ position }) => position === null)) return placed
  const evidence = results.find(
    ({ rule, status }) => roleOf(rule).chain === 'missing' && status === 'fail',
  )?.evidence
  const of = sha256In(evidence?.certificate)
  const at = placed.findIndex(({ link }) => link.sha256 !== '' && link.sha256 === of)
  const last = placed[at]?.link
  if (!last || typeof evidence?.missing !== 'string') return placed
  const link: ChainLink = { subject: last.issuer, issuer: '', sha256: '', sent: false }
  return [...placed.slice(0, at + 1), { link, position: null }, ...placed.slice(at + 1)]
}

/** Which certificate is at fault: by fingerprint, or by its place in the chain. */
interface FlagOf {
  of: string | number
  flag: Flag
}

function flagsOf(results: readonly Result[]): FlagOf[] {
  const found = results.filter(({ status }) => status === 'fail' || status === 'waived').flatMap(flagsIn)
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const SURPLUS: Readonly<Record<string, Flag>> = {
  duplicate: { kind: 'duplicate' },
  root: { kind: 'surplusRoot' },
  stranger: { kind: 'stranger' },
  unreadable: { kind: 'unreadable' },
}

function flagsIn({ rule, evidence }: Result): FlagOf[] {
  const { chain } = roleOf(rule)
  if (chain === 'dates') {
    const of = sha256In(evidence?.certificate)
    const early = String(evidence?.reason).endsWith('not-yet-valid')
    const date = early ? evidence?.notBefore : evidence?.notAfter
    if (of === '' || typeof date !== 'string') return []
    return [{ of, flag: { kind: early ? 'early' : 'expired', date } }]
  }
  if (chain !== 'surplus' || !Array.isArray(evidence?.certificates)) return []
  return evidence.certificates.flatMap((one): FlagOf[] => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return []
    const flag = typeof one.why === 'string' ? SURPLUS[one.why] : undefined
    return flag && typeof one.position === 'number' ? [{ of: one.position, flag }] : []
  })
}

function sha256In(value: unknown): string {
  if (value === null || typeof value !== 'object' || !('sha256' in value)) return ''
  return typeof value.sha256 === 'string' ? value.sha256 : ''
}

function notAfterOf(target: Target, { sha256 }: ChainLink): string | null {
  if (sha256 === '') return null
  return certificatesIn(target).find((one) => one.sha256 === sha256)?.notAfter ?? null
}

/** The common name of a distinguished name in RFC 4514 form; the whole name if there is none. */
export function shortSubject(subject: string): string {
  const match = /(?:^|[,+])CN=((?:\\.|[^\\,+])*)/.exec(subject)
  return match?.[1] ? match[1].replace(/\\([ "#+,;<=>\\])/g, '$1') : subject
}
