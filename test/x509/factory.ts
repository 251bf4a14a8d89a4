/** Short cuts for the tests of this room: fixed instant, certificates read back. */
import * as der from '../../src/demo/der.js'
import { type CertificateInput, type Issued, makeCertificate } from '../../src/demo/index.js'
import {
  type AnchorSource,
  anchorsOf,
  buildPaths,
  type Certificate,
  checkPath,
  type Path,
  type PathPolicy,
  readCertificate,
} from '../../src/x509/index.js'

export const NOW = new Date('2026-11-20T12:00:00Z')
export const AT = NOW.getTime()
export const DAY = 86_400_000

export const make = (input: CertificateInput): Issued => makeCertificate({ now: NOW, ...input })
export const makeCa = (subject: string, input: CertificateInput = {}): Issued =>
  make({ subject, ca: true, ...input })
export const read = ({ der: bytes }: Issued): Certificate => readCertificate(bytes)

export const anchors = (...roots: readonly Issued[]): AnchorSource => anchorsOf(roots.map(read))

/** Subjects of each path, leaf first, and the anchor's name. */
export function names(paths: readonly Path[]): string[] {
  const short = (name: string) => name.replace('CN=', '')
  return paths.map(({ certificates, anchor, end }) =>
    [
      ...certificates.map(({ subject }) => short(subject.text)),
      anchor ? `(${short(anchor.name)})` : `[${end}]`,
    ].join(' '),
  )
}

/** Codes of the one path from the first of `chain` over the others to the root. */
export function codes(chain: readonly Issued[], root: Issued, policy: Partial<PathPolicy> = {}): string[] {
  const [leaf, ...others] = chain.map(read)
  if (leaf === undefined) throw new Error('no leaf')
  const { paths } = buildPaths({ leaf, others, anchors: anchors(root) })
  const [path, ...more] = paths
  if (path?.anchor == null || more.length > 0) throw new Error(`not one path: ${names(paths)}`)
  return checkPath(path, { at: AT, ...policy }).map(({ code, index }) => `${code}@${index}`)
}

const policyOids = (oids: readonly string[]): Buffer => der.sequence(...oids.map((id) => der.oid(id)))

export const EXTENSIONS = {
  unknownCritical: { oid: '1.3.6.1.4.1.55555.1', critical: true, value: der.octetString(Buffer.from('x')) },
  /** requireExplicitPolicy after `skip` certificates. */
  requirePolicy: (skip: number) => ({
    oid: '2.5.29.36',
    critical: true,
    value: der.sequence(der.contextPrimitive(0, Buffer.from([skip]))),
  }),
  inhibitMapping: {
    oid: '2.5.29.36',
    critical: true,
    value: der.sequence(der.contextPrimitive(1, Buffer.from([0]))),
  },
  mapping: (from: string, to: string) => ({
    oid: '2.5.29.33',
    critical: true,
    value: der.sequence(policyOids([from, to])),
  }),
  inhibitAny: { oid: '2.5.29.54', critical: true, value: der.integer(0) },
  /** GeneralNames given as DER. */
  rawSan: (...entries: Buffer[]) => ({ oid: '2.5.29.17', value: der.sequence(...entries) }),
  rawConstraints: (critical: boolean, permitted: readonly Buffer[], excluded: readonly Buffer[] = []) => ({
    oid: '2.5.29.30',
    critical,
    value: der.sequence(
      ...(permitted.length > 0 ? [der.context(0, ...permitted.map((base) => der.sequence(base)))] : []),
      ...(excluded.length > 0 ? [der.context(1, ...excluded.map((base) => der.sequence(base)))] : []),
    ),
  }),
}

export const general = {
  email: (value: string) => der.contextPrimitive(1, Buffer.from(value)),
  dns: (value: string) => der.contextPrimitive(2, Buffer.from(value)),
  directory: (name: Buffer) => der.context(4, name),
  uri: (value: string) => der.contextPrimitive(6, Buffer.from(value)),
  ip: (hex: string) => der.contextPrimitive(7, Buffer.from(hex, 'hex')),
  other: () => der.context(0, der.oid('1.3.6.1.4.1.311.20.2.3'), der.context(0, der.utf8String('x'))),
}
