/** Writes the lists of rules and of their texts, from their folders: the build needs them first. `npm run docs`. */

import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const isIn = (root, id, file) => existsSync(join(root, 'rules', id, file))

/** Every folder `rules/<group>/<name>` with a rule, in the order of reports; where that says nothing, last of its group. */
export async function ruleIds(root) {
  const foldersIn = async (path) =>
    (await readdir(join(root, path), { withFileTypes: true }))
      .filter((one) => one.isDirectory())
      .map(({ name }) => name)
      .sort()
  const found = []
  for (const group of await foldersIn('rules'))
    for (const name of await foldersIn(`rules/${group}`))
      if (isIn(root, `${group}/${name}`, 'rule.ts')) found.push(`${group}/${name}`)
  const order = JSON.parse(await readFile(join(root, 'rules/order.json'), 'utf8'))
  const gone = order.filter((id) => !found.includes(id))
  if (gone.length > 0) throw new Error(`rules/order.json names no folder of rules: ${gone.join(', ')}`)
  const groupOf = (id) => id.split('/')[0]
  const placeOf = (id) => {
    const own = order.indexOf(id)
    if (own >= 0) return own
    const last = order.findLastIndex((one) => groupOf(one) === groupOf(id))
    return last < 0 ? order.length : last + 0.5
  }
  return found.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Languages are the folders of words. */
async function languages(root) {
  const all = await readdir(join(root, 'src/i18n'), { withFileTypes: true })
  return all.filter((one) => one.isDirectory()).map(({ name }) => name)
}

/** Path → text of every list. */
export async function ruleLists(root) {
  const ids = await ruleIds(root)
  return [
    ['rules/all.ts', allText(ids)],
    ['rules/advice.ts', adviceText(ids.filter((id) => isIn(root, id, 'advice.ts')))],
    ['rules/in-reports.ts', inReportsText(ids.filter((id) => isIn(root, id, 'in-reports.ts')))],
    ['test/meta/examples.ts', examplesText(ids)],
    ...(await languages(root)).map((language) => [`rules/texts/${language}.ts`, textsText(language, ids)]),
  ]
}

const WRITTEN = 'Written by `npm run docs`. */'
const nameOf = (id) => id.replace(/[/-]([a-z0-9])/g, (_, letter) => letter.toUpperCase())
/** `others` are whole lines by where they import from. */
const imports = (ids, from, others = []) =>
  [...ids.map((id) => [from(id), `import ${nameOf(id)} from '${from(id)}'`]), ...others]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => `${line}\n`)
    .join('')
const entries = (ids) => ids.map((id) => `  '${id}': ${nameOf(id)},\n`).join('')

const allText = (ids) =>
  `/** Every rule there is, in the order of reports. ${WRITTEN}
${imports(ids, (id) => `./${id}/rule.js`)}
export const BUILT_IN_RULES = [
${ids.map((id) => `  ${nameOf(id)},\n`).join('')}] as const
`

const adviceText = (ids) =>
  `/** Rules that hefa advises where no page of a platform demands them. ${WRITTEN}
${imports(ids, (id) => `./${id}/advice.js`)}
export const ADVICE = ${ids.length === 0 ? '{}' : `{\n${entries(ids)}}`}
`.replace(/\n{3,}/g, '\n\n')

const inReportsText = (ids) =>
  `/** How reports use a rule's findings besides printing them. ${WRITTEN}
${imports(ids, (id) => `./${id}/in-reports.js`, [['./texts/types.js', "import type { InReports } from './texts/types.js'"]])}
export const IN_REPORTS: Readonly<Record<string, InReports>> = {
${entries(ids)}}
`

const IDS = '../../rules/ids.js'
const examplesText = (ids) =>
  `/** What each reason of each rule carries, in an example. ${WRITTEN}
${imports(ids, (id) => `../../rules/${id}/examples.js`, [[IDS, `import type { EvidenceById } from '${IDS}'`]])}
export const EXAMPLES: EvidenceById = {
${entries(ids)}}
`

const textsText = (language, ids) =>
  `/** The texts of every rule. ${WRITTEN}
import { engine } from '../../src/i18n/${language}/engine.js'
${imports(ids, (id) => `../${id}/${language}.js`)}import type { RuleTexts, Said } from './types.js'

const rules: RuleTexts = {
${entries(ids)}}
export const texts: Said = { ...engine, rules }
`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.cwd()
  for (const [file, text] of await ruleLists(root)) await writeFile(join(root, file), text)
}
