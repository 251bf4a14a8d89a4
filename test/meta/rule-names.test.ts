/** Reports, audits, the terminal and the config know no rule by its name: a rule says what is made of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { IN_REPORTS } from '../../rules/in-reports.js'
import { RULES } from '../../rules/index.js'

const root = join(import.meta.dirname, '../..')
const ids = new Set(RULES.map(({ id }) => id))

const files = ['report', 'audit', 'cli', 'config', 'engine', 'watch', 'fleet'].flatMap((room) =>
  readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', room, file)),
)

/** In quotes of any kind, outside of comments. */
const namesIn = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
      .matchAll(/['"`]([a-z]+\/[a-z0-9-]+)['"`]/g),
  ]
    .map(([, name = '']) => name)
    .filter((name) => ids.has(name))

/** Where a rule is an example, of how a config names one. */
const EXAMPLES = ['src/cli/init/write.ts']

test('no file names a rule', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(
    files
      .filter((file) => !EXAMPLES.includes(file))
      .flatMap((file) => namesIn(file).map((name) => `${file}: ${name}`)),
  ).toEqual([])
})

test('what may name one does', () => {
  expect(EXAMPLES.filter((file) => namesIn(file).length === 0)).toEqual([])
})

test('each thing that reports make of a rule is made of some', () => {
  for (const rule of Object.keys(IN_REPORTS)) expect(ids).toContain(rule)
  const roles = new Set(Object.values(IN_REPORTS).flatMap((one) => Object.keys(one)))
  expect([...roles].sort()).toEqual(['chain', 'clients', 'explainsSilence', 'renewal', 'snippet', 'together'])
})
