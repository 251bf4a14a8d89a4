/** Words stand in one place: a folder of i18n for each language, what a rule says beside it, what a family's pages say with it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/languages.js'

const root = join(import.meta.dirname, '../..')

/** Where words are at home; symptoms are other people's, as they are pasted. */
const HOME = /^(?:src\/i18n\/|src\/platforms\/|rules\/texts\/|rules\/symptoms\/|rules\/.*\/(?:en|zh)\.ts$)/

/** Signs that are read, not said; and samples. */
const OTHERS: Record<string, string> = {
  'src/config/split.ts': 'what people put between domains',
  'src/config/entry.ts': 'full-width letters, dots and colons of a domain',
  'src/config/schema.ts': 'a filing number as an example',
  'src/cli/serve/routes.ts': 'what people put between domains',
  'src/cli/init/write.ts': 'a filing number as an example',
  'src/cli/commands/init.ts': 'what people put between platforms',
  'src/report/width.ts': 'signs that begin or end no line',
  'src/report/csv.ts': 'full-width signs that begin a formula',
  'src/report/causes.ts': 'how a sentence of either language marks a number',
  'src/report/html/told.ts': 'signs that end the first line of an advice',
  'src/scan/sweep/literals.ts': 'signs that end an address or a sentence in source',
  'src/scan/seen/log.ts': 'signs and words in logs of developer tools',
  'rules/http/turned-away/block-pages.ts': 'what pages say that turn a visitor away',
  'rules/domain/icp-filing/rule.ts': 'how filing numbers are written',
  'scripts/imaginary-family.mjs': 'a family that a script adds',
  'scripts/new-rule.mjs': 'a rule that a script writes',
  'scripts/fuzz/seeds.ts': 'samples',
  'scripts/fuzz/documents.ts': 'samples',
  'bench/fleet.ts': 'figures for the page in both languages',
  'bench/fleet-tables.ts': 'tables for the page in both languages',
  'bench/proportions.ts': 'samples',
  'bench/scan-project.ts': 'samples',
}

const CJK = /[\u3000-\u9fff\uff00-\uffef]/
const OF_ONE = new RegExp(`['"\`](?:${LANGUAGES.slice(1).join('|')})(?:-[A-Z]{2})?['"\`]`)

const files = ['src', 'rules', 'scripts', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        !/\bnode_modules\b/.test(file) &&
        /\.m?ts$|\.mjs$/.test(file) &&
        !/(?:\.d|\.test|\/examples)\.m?ts$/.test(file),
    )
    .map((file) => join(folder, file)),
)

const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const bare = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
const speaks = (file: string) => [CJK, OF_ONE].some((sign) => sign.test(bare(textOf(file))))

test('no words, and no name of a language, outside of their places', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => !HOME.test(file) && !(file in OTHERS) && speaks(file))).toEqual([])
})

test('what may hold signs of a language does', () => {
  expect(Object.keys(OTHERS).filter((file) => !speaks(file))).toEqual([])
})

test('a folder of one language is read by what chooses among them, and by words of that language', () => {
  const wrong = files.flatMap((file) => {
    if (file.startsWith('src/i18n/')) return []
    const taken = [...textOf(file).matchAll(/'[^']*\/i18n\/([a-z]{2})\/[^']*'/g)].map(
      ([, language]) => language,
    )
    return taken.every((language) => file.endsWith(`/${language}.ts`)) ? [] : [file]
  })
  expect(wrong).toEqual([])
})

/** In the Chinese texts one thing has one word; what platforms themselves call theirs stands in their quotations. */
const OTHER_WORDS = /(?<!白)名单|清单|您|[\u4e00-\u9fff，。；：、（）] +[\u4e00-\u9fff，。；：、（）]/

test('Chinese texts call a list 列表 and the reader 你, and have no stray spaces', () => {
  const chinese = files.filter((file) => /^src\/i18n\/zh\/|^rules\/(?!symptoms).*zh\.ts$/.test(file))
  expect(chinese.length).toBeGreaterThan(90)
  const wrong = chinese.flatMap((file) =>
    bare(textOf(file))
      .split('\n')
      .filter((line) => OTHER_WORDS.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(wrong).toEqual([])
})
