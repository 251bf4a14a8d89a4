/** Writes every document that is generated from the code; `npm run docs`. A test compares them with the code. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { docsWords } from '../src/i18n/docs.js'
import { LANGUAGES, TAGS } from '../src/i18n/languages.js'
import { ruleCatalogue } from '../src/index.js'
import { RULE_FORMATS } from '../src/report/index.js'
import type { Language } from '../src/types.js'
import { architecturePage } from './architecture.js'
import { frameworksListText } from './frameworks-list.js'
import { platformsTable } from './platforms-table.js'
import { readmeReports } from './readme-report.js'
import { configSchemaText } from './schema-config.js'
import { reportSchemaText } from './schema-report.js'
import { symptomsPage } from './symptoms-page.js'

/** Path from the project's root → text. `root` is where the hand-written parts are read from. */
export async function documents(root: string): Promise<Map<string, string>> {
  const reportIn = await readmeReports(root)
  return new Map([
    ['src/scan/frameworks/all.ts', await frameworksListText(root)],
    ['schema/config.schema.json', configSchemaText()],
    ['schema/report.schema.json', reportSchemaText()],
    ['docs/architecture.md', await architecturePage(root)],
    ...(
      await Promise.all(LANGUAGES.map(async (language) => pagesIn(language, root, await reportIn(language))))
    ).flat(),
  ])
}

async function pagesIn(language: Language, root: string, report: string): Promise<[string, string][]> {
  const ending = language === LANGUAGES[0] ? 'md' : `${TAGS[language]}.md`
  return [
    [`docs/rules.${ending}`, await rulesPage(language)],
    [`docs/symptoms.${ending}`, await symptomsPage(language)],
    [`README.${ending}`, await readme(root, `README.${ending}`, language, report)],
  ]
}

const render = async (language: Language) => {
  const rules = await ruleCatalogue(language)
  const { all, one } = await RULE_FORMATS.markdown()
  const options = { language, color: false, width: 80, verbose: false }
  return { table: all(rules, options), pages: rules.map((rule) => one(rule, options)) }
}

async function rulesPage(language: Language): Promise<string> {
  const { table, pages } = await render(language)
  return [docsWords(language).rules, table, ...pages].join('\n')
}

const RULES = /(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/
const PLATFORMS = /(<!-- platforms -->\n)[\s\S]*?(<!-- \/platforms -->)/
/** The command line stays as it is written. */
const REPORT = /(```console\n\$ [^\n]*\n)[\s\S]*?(\n```\n)/

async function readme(root: string, file: string, language: Language, report: string): Promise<string> {
  const text = await readFile(join(root, file), 'utf8')
  const { table } = await render(language)
  return text
    .replace(RULES, (_, start: string, end: string) => `${start}\n${table}\n${end}`)
    .replace(PLATFORMS, (_, start: string, end: string) => `${start}\n${platformsTable(language)}\n\n${end}`)
    .replace(REPORT, (_, start: string, end: string) => `${start}${report}${end}`)
}

export async function writeDocuments(root: string): Promise<void> {
  for (const [file, text] of await documents(root)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
}
