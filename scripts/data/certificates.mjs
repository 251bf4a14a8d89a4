/** Certificates in files, whatever their names: PEM or DER, one or many in each. */
import { createHash, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @returns each anchor once, with the fields of data/roots/anchors.tsv */
export function anchorsIn(paths) {
  const anchors = new Map()
  for (const file of paths.flatMap(filesIn)) {
    for (const der of certificatesIn(readFileSync(file))) {
      const anchor = anchorOf(der)
      const known = anchors.get(anchor.id)
      // A root that was reissued with the same key is valid as long as the last of its certificates.
      if (!known || known.notAfter < anchor.notAfter) anchors.set(anchor.id, anchor)
    }
  }
  return [...anchors.values()]
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

function certificatesIn(bytes) {
  if (bytes[0] === 0x30 && bytes[1] & 0x80) return [bytes]
  const blocks = bytes
    .toString('latin1')
    .matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)
  return [...blocks].map(([, base64]) => Buffer.from(base64, 'base64'))
}

function anchorOf(der) {
  const { subject, spki } = partsOf(der)
  const id = createHash('sha256').update(subject).update(spki).digest('hex').slice(0, 12)
  const { validTo, subject: text } = new X509Certificate(der)
  return {
    ...{ id, name: nameIn(text), limits: {}, nameConstraints: null },
    notAfter: new Date(validTo).toISOString().slice(0, 10),
    ...{ subject: subject.toString('base64'), spki: spki.toString('base64') },
  }
}

/** Its name for people: the first of these that exists. */
function nameIn(subject) {
  const parts = new Map(
    (subject ?? '').split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
  )
  const name = parts.get('CN') ?? parts.get('OU') ?? parts.get('O') ?? 'without a name'
  return name.replace(/[\t\r\n]/g, ' ')
}

/** RFC 5280 section 4.1: subject and subjectPublicKeyInfo as they are encoded. */
function partsOf(der) {
  const certificate = element(der, 0)
  const tbs = element(der, certificate.start)
  const fields = []
  for (let at = tbs.start; at < tbs.end; at = fields.at(-1).end) fields.push(element(der, at))
  // A version, [0], stands before the serial number in all but version 1.
  const first = der[fields[0].at] === 0xa0 ? 1 : 0
  const whole = ({ at, end }) => der.subarray(at, end)
  return { subject: whole(fields[first + 4]), spki: whole(fields[first + 5]) }
}

function element(der, at) {
  const short = der[at + 1]
  if (short < 0x80) return { at, start: at + 2, end: at + 2 + short }
  const octets = short & 0x7f
  const start = at + 2 + octets
  const length = der.readUIntBE(at + 2, octets)
  if (start + length > der.length) throw new Error('a certificate is cut off')
  return { at, start, end: start + length }
}
