/** What to know about a certificate file before reading the verdicts about it. */
import { rootsWith } from '../trust/index.js'
import { type AnchorSource, type Certificate, isAnchor, isSelfSigned } from '../x509/index.js'
import type { CertificateInput } from './input-types.js'
import { spkiOf } from './key.js'
import { isAuthority, issuersOf, leafOf, readOrNull } from './order.js'

export type FileNote =
  | { note: 'leaf-only'; missing: string }
  | { note: 'root-included'; subject: string }
  | { note: 'leaf-not-first'; first: string; leaf: string; position: number }
  | { note: 'out-of-order'; order: string[] }
  | { note: 'two-leaves'; subjects: string[] }
  | { note: 'wrong-key'; leaf: string }
  | { note: 'key-of-another'; subject: string; position: number }
  | { note: 'key-inside' }
  | { note: 'put-in-order'; leaf: string }

/**
 * @param spki as in FilesQuestion
 * @param ca base64 DER of anchors that count as built in
 */
export function notesOf(input: CertificateInput, spki?: string, ca: readonly string[] = []): FileNote[] {
  const all = input.certificates.map(readOrNull)
  const known = all.filter((certificate) => certificate !== null)
  const keepsOrder = input.container === 'pem' || input.container === 'der'
  const unordered: FileNote[] =
    keepsOrder || known.length < 2 ? [] : [{ note: 'put-in-order', leaf: subjectOf(known[0]) }]
  return [
    ...(input.hasKey && input.container === 'pem' ? [{ note: 'key-inside' } as const] : []),
    ...unordered,
    ...orderNotes(known, all),
    ...contentNotes(known, rootsWith(ca)),
    ...(spki === undefined ? [] : keyNotes(input.certificates, all, spki)),
  ]
}

function orderNotes(known: readonly Certificate[], all: readonly (Certificate | null)[]): FileNote[] {
  const leaf = leafOf(known)
  const [first] = all
  if (!leaf || !first) return []
  if (first.sha256 !== leaf.sha256) {
    const position = all.findIndex((one) => one?.sha256 === leaf.sha256) + 1
    return [{ note: 'leaf-not-first', first: subjectOf(first), leaf: subjectOf(leaf), position }]
  }
  // A root shouldn't be sent, wherever it is in the file.
  const line = issuersOf(leaf, known).filter((one, index) => index === 0 || !isSelfSigned(one))
  const places = line.map((one) => known.indexOf(one))
  const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
  return inOrder ? [] : [{ note: 'out-of-order', order: line.map(subjectOf) }]
}

function contentNotes(known: readonly Certificate[], roots: AnchorSource): FileNote[] {
  const notes: FileNote[] = []
  const leaves = new Map(known.filter((one) => !isAuthority(one)).map((one) => [one.sha256, subjectOf(one)]))
  const [first] = known
  const isLone = first && known.length === 1 && !isAuthority(first) && !isSelfSigned(first)
  // Directly under a root nothing is missing.
  if (isLone && roots.bySubject(first.issuer.canonical).length === 0) {
    notes.push({ note: 'leaf-only', missing: first.issuer.commonName ?? first.issuer.text })
  }
  const isRoot = (one: Certificate) =>
    roots.bySubject(one.subject.canonical).some((anchor) => isAnchor(one, anchor))
  const root = known.slice(1).find((one) => isAuthority(one) && isSelfSigned(one) && isRoot(one))
  if (root) notes.push({ note: 'root-included', subject: subjectOf(root) })
  if (leaves.size > 1) notes.push({ note: 'two-leaves', subjects: [...leaves.values()] })
  return notes
}

function keyNotes(ders: readonly Buffer[], all: readonly (Certificate | null)[], spki: string): FileNote[] {
  const [leaf] = all
  const at = ders.findIndex((der) => spkiOf(der) === spki)
  if (at === 0 || !leaf) return []
  const other = all[at]
  if (other) return [{ note: 'key-of-another', subject: subjectOf(other), position: at + 1 }]
  return [{ note: 'wrong-key', leaf: subjectOf(leaf) }]
}

const subjectOf = (certificate: Certificate | undefined): string =>
  certificate?.subject.commonName ?? certificate?.subject.text ?? ''
