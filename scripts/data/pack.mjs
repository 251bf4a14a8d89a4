/** data/roots → src/trust/data/anchors.ts, which is not committed. Nothing is written when nothing changed. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readRoots } from './roots.mjs'

const OUTPUT = join(import.meta.dirname, '../../src/trust/data/anchors.ts')

const text = moduleText(readRoots())
if (textOf(OUTPUT) !== text) {
  mkdirSync(dirname(OUTPUT), { recursive: true })
  // Several builds may run at once: none sees half a file.
  const part = `${OUTPUT}.${process.pid}`
  writeFileSync(part, text)
  renameSync(part, OUTPUT)
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function rowOf({ id, name, notAfter, ios, android, mozilla, chrome, windows, limits, nameConstraints }) {
  const lists = (mozilla ? 'm' : '') + (chrome ? 'c' : '') + (windows ? 'w' : '')
  const more = {
    ...(Object.keys(limits).length > 0 && { limits }),
    ...(nameConstraints && { nameConstraints }),
  }
  const row = [name, id, notAfter, ios, android, lists]
  return Object.keys(more).length > 0 ? [...row, more] : row
}

/** What the program says about its lists. */
function versionsOf({ readOn, ios, android, mozilla, chrome, windows }) {
  const told = ({ version, date, ref, wavering }) => ({ version, date, ref, ...(wavering && { wavering }) })
  return {
    readOn,
    ios: ios.map(told),
    android: android.map(told),
    mozilla: { date: mozilla.date, ref: mozilla.ref },
    chrome: { version: String(chrome.version), ref: chrome.ref },
    windows: { date: windows.date, ref: windows.ref },
  }
}

/** DER says where it ends, so the names and keys stand one after another. */
function binary({ versions, anchors }) {
  const json = Buffer.from(JSON.stringify({ versions: versionsOf(versions), anchors: anchors.map(rowOf) }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const field = (name) => anchors.map((anchor) => Buffer.from(anchor[name], 'base64'))
  return Buffer.concat([length, json, ...field('subject'), ...field('spki')])
}

function moduleText(roots) {
  const lines = gzipSync(binary(roots), { level: 9 })
    .toString('base64')
    .match(/.{1,160}/g)
  return [
    '// Made by scripts/data/pack.mjs of data/roots; do not edit.',
    '// Base64 of gzip of: length of the JSON (4 bytes), JSON, subjects (DER), public keys (DER), each in the order of',
    '// the JSON { versions, anchors: [name, id, notAfter, ios, android, lists, more?] }.',
    'export const PACKED: string = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}
