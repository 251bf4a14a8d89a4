/** The lists of platform families, from their folders. */

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = 'src/platforms'

/** Path → text of every list. */
export async function familyLists(root: string): Promise<[string, string][]> {
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

const familiesText = (ids: readonly string[]) =>
  `/** Every family there is, by folder. ${WRITTEN}
${ids.map((id) => `import { ${id} } from './${id}/family.js'`).join('\n')}

${listOf('export const ALL = [', ids, '] as const')}
`

function rowsText(ids: readonly string[]): string {
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

const quotationsText = (ids: readonly string[]) =>
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
function listOf(start: string, ids: readonly string[], end: string): string {
  const space = start.endsWith('{') ? ' ' : ''
  const line = `${start}${space}${ids.join(', ')}${space}${end}`
  return line.length <= 110 ? line : `${start}\n${ids.map((id) => `  ${id},\n`).join('')}${end}`
}
