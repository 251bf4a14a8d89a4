/**
 * Adds a rule to a copy of this tree with `npm run new:rule`: types, lint and tests are green at once with no other file
 * written by hand, and without its words in one language it does not compile. `node scripts/imaginary-rule.mjs` runs
 * what a rule can break, with `--all` the whole suite.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyOf, programsIn, removeCopy } from './copy.mjs'

const ID = 'domain/lantern'
const FOLDER = join('rules', ID)

/** Written by `npm run docs`, as the first lines of each say or its tests. */
const MADE =
  /^(?:rules\/(?:all|advice|in-reports)\.ts|rules\/texts\/\w+\.ts|test\/meta\/examples\.ts|README.*\.md|docs\/rules.*\.md)$/

const OF_RULES = [
  FOLDER,
  'test/engine',
  'test/platforms',
  'test/meta/docs.test.ts',
  'test/meta/families.test.ts',
  'test/meta/layers.test.ts',
  'test/meta/how-to-fix.test.ts',
  'test/meta/quotations.test.ts',
  'test/meta/reasons.test.ts',
  'test/meta/rules.test.ts',
  'test/audit/judge.test.ts',
  'test/config/schema.test.ts',
  'test/cli/completion.test.ts',
]

const root = process.cwd()
const copy = copyOf(root)
try {
  const { script, types, lint, test } = programsIn(copy)
  script('new:rule', '--', ID)
  const strange = changed().filter((file) => !file.startsWith(FOLDER) && !MADE.test(file))
  if (strange.length > 0) throw new Error(`new:rule changed ${strange.join(', ')}`)
  types()
  lint('rules', 'test/meta')
  script('build')
  test(process.argv.includes('--all') ? [] : OF_RULES)
  for (const language of foldersIn('src/i18n')) {
    const file = join(copy, FOLDER, `${language}.ts`)
    const text = readFileSync(file, 'utf8')
    rmSync(file)
    failsOf(`${language}.js`)
    writeFileSync(file, text.replace('retired: {', 'misspelt: {'))
    failsOf(`${ID}/${language}.ts`)
    writeFileSync(file, text)
  }
  console.log(`${ID}: green, and not without its words`)
} finally {
  removeCopy(copy)
}

/** Languages are the folders of words. */
function foldersIn(path) {
  const all = readdirSync(join(copy, path), { withFileTypes: true })
  return all.filter((one) => one.isDirectory()).map(({ name }) => name)
}

/** Files that are new or not as they are here. */
function changed() {
  const folders = ['src', 'rules', 'test', 'scripts', 'docs', 'schema', 'README.md', 'README.zh-CN.md']
  const files = folders.flatMap((folder) =>
    statSync(join(copy, folder)).isFile()
      ? [folder]
      : readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name).slice(copy.length + 1)),
  )
  const textOf = (folder, file) => {
    try {
      return readFileSync(join(folder, file), 'latin1')
    } catch {
      return null
    }
  }
  return files.filter((file) => textOf(copy, file) !== textOf(root, file))
}

/** The compiler has to complain, and of this. */
function failsOf(what) {
  const tsc = join(copy, 'node_modules/typescript/bin/tsc')
  try {
    execFileSync(process.execPath, [tsc, '--noEmit'], { cwd: copy, stdio: 'pipe' })
  } catch ({ stdout }) {
    if (String(stdout).includes(what)) return
    throw new Error(`the compiler does not speak of ${what}: ${stdout}`)
  }
  throw new Error(`it compiles without ${what}`)
}
