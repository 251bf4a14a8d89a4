/**
 * Compares a root list with downloaded certificates, and adds them to data/roots.
 *
 *   node scripts/data/update.mjs ios 26.2 certificates/roots --ref 'security_certificates-55349.60.1' --date 2026-02-01 --write
 *   node scripts/data/update.mjs mozilla - IncludedRootsPEM.csv --date 2026-11-01 --write
 *
 * Without --write only the differences are printed. Where lists come from: data/SOURCES.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { anchorsIn } from './certificates.mjs'
import { FOLDER, readRoots } from './roots.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ref: { type: 'string' },
    date: { type: 'string' },
    write: { type: 'boolean', default: false },
    data: { type: 'string', default: FOLDER },
  },
})
const [list = '', version = '', ...paths] = positionals
const isSystem = ['ios', 'android'].includes(list)
if ((!isSystem && !['mozilla', 'chrome', 'windows'].includes(list)) || paths.length === 0)
  fail(
    'usage: update.mjs ios|android|mozilla|chrome|windows VERSION FILE_OR_FOLDER... [--ref R] [--date D] [--write]',
  )

const roots = readRoots(values.data)
const found = anchorsIn(paths)
if (found.length === 0) fail('no certificate in these files')

const versions = isSystem ? roots.versions[list].map((one) => one.version) : []
const isNew = isSystem && !versions.includes(version)
const before = roots.anchors.filter(isListed)
const ids = new Set(found.map(({ id }) => id))
const added = found.filter(({ id }) => !before.some((one) => one.id === id))
const removed = before.filter(({ id }) => !ids.has(id))
const compared = isNew ? `${list} ${versions.at(-1)}` : `${list} ${isSystem ? version : ''}`.trim()
console.log(
  `${found.length} roots, ${before.length} in the list of ${compared}: ${added.length} added, ${removed.length} removed`,
)
for (const { id, name, notAfter } of added) console.log(`+ ${id}  ${name} (until ${notAfter})`)
for (const { id, name, notAfter } of removed) console.log(`- ${id}  ${name} (until ${notAfter})`)
if (values.write) write()

/** In the list that the new one is compared with: its own, or the newest. */
function isListed(anchor) {
  if (!isSystem) return anchor[list]
  const at = versions.indexOf(isNew ? versions.at(-1) : version)
  return anchor[list].some(
    ([first, last]) => versions.indexOf(first) <= at && (last === null || versions.indexOf(last) >= at),
  )
}

function write() {
  if (isSystem && !isNew) fail(`${list} ${version} is there already: correct data/roots/${list}.tsv by hand`)
  if (values.date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(values.date))
    fail('--write needs --date YYYY-MM-DD')
  const missing = added.filter(({ id }) => !roots.anchors.some((one) => one.id === id))
  if (missing.length > 0) {
    const rows = missing.map(({ id, notAfter, subject, spki, name }) =>
      [id, notAfter, subject, spki, '-', '-', name].join('\t'),
    )
    edit('anchors.tsv', (text) => text + rows.map((row) => `${row}\n`).join(''))
  }
  if (isSystem) edit(`${list}.tsv`, withRanges)
  else edit(`${list}.tsv`, withMembers)
  edit('versions.json', withVersion)
}

function edit(name, change) {
  const file = join(values.data, name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

/** What is gone ends with the version before; what is new begins with this one. */
function withRanges(text) {
  const gone = new Set(removed.map(({ id }) => id))
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [id, first, last, name] = line.split('\t')
      return gone.has(id) && last === '-' ? [id, first, versions.at(-1), name].join('\t') : line
    })
  return sorted([...lines, ...added.map(({ id, name }) => [id, version, '-', name].join('\t'))])
}

function withMembers(text) {
  const gone = new Set(removed.map(({ id }) => id))
  const lines = text
    .trimEnd()
    .split('\n')
    .filter((line) => !gone.has(line.split('\t')[0]))
  return sorted([...lines, ...added.map(({ id, name }) => [id, name].join('\t'))])
}

function sorted([head, ...lines]) {
  const key = (line) => line.split('\t').at(-1).toLowerCase()
  return `${[head, ...lines.sort((one, other) => (key(one) < key(other) ? -1 : 1))].join('\n')}\n`
}

/** One version per line, like the others. */
function withVersion(text) {
  const { date, ref = '' } = values
  if (!isSystem) {
    const old = JSON.parse(text)[list]
    const made = {
      ...old,
      ...(list === 'chrome' ? { version: Number(version) } : { date }),
      count: found.length,
      ref,
    }
    return dated(
      text.replace(
        new RegExp(`^ "${list}": .*?(,?)$`, 'm'),
        (_, comma) => ` "${list}": ${JSON.stringify(made)}${comma}`,
      ),
    )
  }
  const last = `"version": ${JSON.stringify(versions.at(-1))}`
  return dated(
    text.replace(new RegExp(`^ "${list}": \\[[\\s\\S]*?\\n \\]`, 'm'), (block) => {
      if (!block.includes(last)) fail(`versions.json: ${last} not found`)
      return block.replace(
        /\n \]$/,
        `,\n  ${JSON.stringify({ version, date, ref, count: found.length })}\n ]`,
      )
    }),
  )
}

function dated(text) {
  return text.replace(/"readOn": "[^"]*"/, `"readOn": "${new Date().toISOString().slice(0, 10)}"`)
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
