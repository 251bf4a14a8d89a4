/** Writes the lists of platform families, from their folders: the build needs them first. `npm run docs`. */

import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const FOLDER = 'src/platforms'

/** Path → text of every list. */
export async function familyLists(root) {
  const folders = await readdir(join(root, FOLDER), { withFileTypes: true })
  const ids = folders
    .filter((one) => one.isDirectory() && existsSync(join(root, FOLDER, one.name, 'family.ts')))
    .map(({ name }) => name)
    .sort()
  return [
    [`${FOLDER}/all.ts`, familiesText(ids)],
    [`${FOLDER}/demands/all.ts`, rowsText(ids)],
    [`${FOLDER}/demands/quotations/all.ts`, quotationsText(ids)],
  ]
}

const WRITTEN = 'Written by `npm run docs`. */'

const familiesText = (ids) =>
  `/** Every family there is, by folder. ${WRITTEN}
${ids.map((id) => `import { ${id} } from './${id}/family.js'`).join('\n')}

${listOf('export const ALL = [', ids, '] as const')}
`

function rowsText(ids) {
  const imports = [
    ...ids.map((id) => [`../${id}/clauses.js`, `import { rows as ${id} } from '../${id}/clauses.js'`]),
    ['../index.js', "import type { Family } from '../index.js'"],
  ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return `/** The rows of every family, by folder. ${WRITTEN}
${imports.map(([, line]) => line).join('\n')}
import type { Rows } from './rows.js'

${listOf('export const ROWS: Record<Family, Rows> = {', ids, '}')}
`
}

const quotationsText = (ids) =>
  `/** The sentences of every family, by folder. ${WRITTEN}
${ids.map((id) => `import * as ${id} from '../../${id}/quotations.js'`).join('\n')}

export const FAMILY_DOCUMENTS = {
${ids.map((id) => `  ...${id}.DOCUMENTS,`).join('\n')}
}
export const FAMILY_QUOTATIONS = {
${ids.map((id) => `  ...${id}.QUOTATIONS,`).join('\n')}
}
`

/** On one line where it fits, as the formatter has it. */
function listOf(start, ids, end) {
  const space = start.endsWith('{') ? ' ' : ''
  const line = `${start}${space}${ids.join(', ')}${space}${end}`
  return line.length <= 110 ? line : `${start}\n${ids.map((id) => `  ${id},\n`).join('')}${end}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.cwd()
  for (const [file, text] of await familyLists(root)) await writeFile(join(root, file), text)
}
