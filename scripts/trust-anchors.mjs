/**
 * Packs the collected root lists into src/trust/data/anchors.ts.
 * Usage: node scripts/trust-anchors.mjs trust-anchors.json [src/trust/data/anchors.ts]
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const [input, output = 'src/trust/data/anchors.ts'] = process.argv.slice(2)
if (input === undefined) {
  console.error('usage: node scripts/trust-anchors.mjs trust-anchors.json [OUTPUT.ts]')
  process.exit(2)
}

/** The list called 7.1 first came with 7.1.1 (AOSP 465b0d8, which adds ISRG Root X1): 7.1.0 still has that of 7.0. */
const FIRST_WITH = { 7.1: '7.1.1' }
const source = JSON.parse(readFileSync(input, 'utf8'), (key, value) =>
  key === 'android' && Array.isArray(value) ? value.map(named) : value,
)

/** A version of the lists, or a range of them. */
function named(one) {
  const label = (version) => FIRST_WITH[version] ?? version
  return Array.isArray(one) ? one.map(label) : { ...one, v: label(one.v) }
}
const byFingerprint = new Map(
  source.anchors.flatMap((a) => a.certificates.map(({ sha256 }) => [sha256, idOf(a)])),
)
source.anchors.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
writeFileSync(output, moduleText(source))

/** Name and key together: one key may stand under two names. */
function idOf({ subject, spki }) {
  const both = Buffer.concat([Buffer.from(subject, 'base64'), Buffer.from(spki, 'base64')])
  return createHash('sha256').update(both).digest('hex').slice(0, 12)
}

function pack({ versions, anchors }) {
  return {
    versions: {
      ios: versions.apple.map(({ v, date, ref }) => ({ version: v, date, ref })),
      android: versions.android.map(androidVersion).map(sharingPatches),
      mozilla: { date: versions.mozilla.date, ref: versions.mozilla.ref },
      chrome: { version: String(versions.chrome.version), ref: versions.chrome.ref },
      windows: { date: versions.windows.date, ref: versions.windows.ref },
    },
    anchors: anchors.map(packAnchor),
  }
}

/** Phones of one Android version differ by their security patches: `wavering` names the anchors only some have. */
function androidVersion({ v, date, ref, patched, earlier }) {
  const prints = [
    ...(patched ? [...patched.removed, ...patched.added] : []),
    ...(earlier ? [...earlier.addedSince, ...earlier.removedSince] : []),
  ]
  const wavering = [...new Set(prints.map((print) => byFingerprint.get(print)).filter(Boolean))].sort()
  return { version: v, date, ref, ...(wavering.length > 0 ? { wavering } : {}) }
}

/** 12L gets the security patches of 12, though its patched list was not collected. */
function sharingPatches(list, position, all) {
  const { wavering } = list.version === '12L' ? all[position - 1] : {}
  return wavering ? { ...list, wavering } : list
}

function packAnchor(anchor) {
  const { certificates, ios, android, mozilla, chrome, windows, limits, nameConstraints } = anchor
  const lists = (mozilla ? 'm' : '') + (chrome ? 'c' : '') + (windows ? 'w' : '')
  const notAfter = certificates
    .map((certificate) => certificate.notAfter)
    .sort()
    .at(-1)
  const more = { ...(limits ? { limits } : {}), ...(nameConstraints ? { nameConstraints } : {}) }
  const row = [nameOf(anchor), idOf(anchor), notAfter, ios, android, lists]
  return Object.keys(more).length > 0 ? [...row, more] : row
}

/** Four roots have the common name "GlobalSign" and three a web address: the organizational unit tells them apart. */
function nameOf({ name, subject }) {
  if (source.anchors.filter((other) => other.name === name).length === 1) return name
  const der = Buffer.from(subject, 'base64')
  const unit = der.indexOf(Buffer.from('060355040b', 'hex'))
  if (unit < 0) return name
  const length = der[unit + 6]
  return der.toString('utf8', unit + 7, unit + 7 + length)
}

/** DER says where it ends, so the names and keys stand one after another. */
function binary(packed, anchors) {
  const json = Buffer.from(JSON.stringify(packed))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const field = (name) => anchors.map((anchor) => Buffer.from(anchor[name], 'base64'))
  return Buffer.concat([length, json, ...field('subject'), ...field('spki')])
}

function moduleText(source) {
  const packed = pack(source)
  const lines = gzipSync(binary(packed, source.anchors), { level: 9 })
    .toString('base64')
    .match(/.{1,160}/g)
  const { ios, android, mozilla, chrome } = packed.versions
  const newest = (list) => `${list.at(-1).version} (${list.at(-1).date})`
  return [
    '// Made by scripts/trust-anchors.mjs; do not edit.',
    `// ${packed.anchors.length} trust anchors; newest lists: iOS ${newest(ios)}, Android ${newest(android)},`,
    `// Mozilla ${mozilla.date}, Chrome Root Store ${chrome.version}.`,
    '// Base64 of gzip of: length of the JSON (4 bytes), JSON, subjects (DER), public keys (DER), each in the order of',
    '// the JSON { versions, anchors: [name, id, notAfter, ios, android, lists, more?] }.',
    'export const PACKED: string = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}
