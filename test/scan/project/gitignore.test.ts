/** git itself is the judge: the same patterns, the same paths. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRules } from '../../../src/scan/project/gitignore.js'
import { folder } from '../../cli/hefa.js'
import { runs } from '../../helpers/thorough.js'
import { tool } from '../../helpers/tools.js'

const FILES = [
  'a',
  'ab',
  'a.js',
  'b.gen.js',
  'a b',
  'ä',
  '-',
  '[',
  'x]',
  'a*',
  'a\\b',
  '#a',
  '!a',
  'a ',
  'b/a',
  'b/c/a',
  'b/a.js',
  'd/b/a',
  'b/c/ab',
  'd/ab/c',
  'd/x/y/c',
  'a.b/c',
]
const FOLDERS = ['b', 'b/c', 'd', 'd/b', 'd/ab', 'd/x', 'd/x/y', 'a.b']

const git = tool('git')
let place: string
beforeAll(async () => {
  place = await folder()
  if (git) execFileSync(git, ['init', '-q', place])
  for (const one of FOLDERS) mkdirSync(join(place, one), { recursive: true })
  for (const one of FILES) writeFileSync(join(place, one), '')
})

/** What git answers for a path by itself: not for what a folder above it brings. */
function byGit(patterns: string): Map<string, boolean | null> {
  writeFileSync(join(place, '.gitignore'), patterns)
  const input = [...FILES, ...FOLDERS].join('\0')
  const args = [
    '-c',
    'core.ignoreCase=false',
    '-c',
    'core.excludesFile=/dev/null',
    'check-ignore',
    '--no-index',
    '-z',
    '-v',
    '-n',
    '--stdin',
  ]
  const { stdout } = spawnSync(git ?? '', args, { cwd: place, input, encoding: 'utf8' })
  const parts = stdout.split('\0')
  const answers = new Map<string, boolean | null>()
  for (let at = 0; at + 3 < parts.length; at += 4) {
    const [source, , pattern = '', path = ''] = parts.slice(at, at + 4)
    answers.set(path, source === '' ? null : !pattern.startsWith('!'))
  }
  return answers
}

/** The same by our reader: a folder above decides first, as the walk has it. */
function byUs(patterns: string, path: string): boolean | null {
  const rules = readRules(patterns)
  const parts = path.split('/')
  for (let length = 1; length < parts.length; length++)
    if (rules.test(parts.slice(0, length).join('/'), true, { left: 1e6 })) return true
  return rules.test(path, FOLDERS.includes(path), { left: 1e6 })
}

function compare(patterns: string): void {
  for (const [path, answer] of byGit(patterns)) expect([path, byUs(patterns, path)]).toEqual([path, answer])
}

describe.skipIf(!git)('as git has it', () => {
  test.each([
    ...[
      'a',
      '/a',
      'a/',
      'b/',
      'b/a',
      '/b/a',
      'c/a',
      '*.js',
      '*.gen.*',
      '?',
      '??',
      '*',
      '**',
      '*/a',
      'b/*',
      'b/**',
      '**/a',
      '**/c/a',
    ],
    ...[
      'd/**/c',
      'd/**/',
      '/**',
      '/**/a',
      'd/**b/c',
      'a**',
      '**b',
      'b/***/a',
      '**/**/a',
      'a**/**',
      'a**/**/**',
      'a*/**',
      'b/**/**',
      'd/**/**/c',
      'a**/x',
      'd/*/c',
      'd/?/y',
    ],
    ...[
      '[ab]',
      '[!a]',
      '[^a]',
      '[a-c]',
      '[]x]',
      '[[]',
      'x[]]',
      '[a',
      '[[:alpha:]]',
      '[[:foo:]]',
      '[\\]x]',
      '[b-a]',
      'b[/]a',
      '[-]',
      '[a-]',
    ],
    ...[
      '\\a',
      '\\#a',
      '\\!a',
      '#a',
      '!a',
      'a\\ ',
      'a ',
      'a  ',
      'a\\*',
      'a\\\\b',
      'a\\',
      '\\',
      '/',
      '!',
      '',
      '!/',
      '//a',
      'b//a',
    ],
    ...[
      '*\n!a',
      '*\n!b/\n!b/a',
      'b\n!b/a',
      'b/*\n!b/a',
      '!a\na',
      'a\n!a\na/',
      '*.js\n!/a.js',
      '\ufeffa',
      'a\r\n!ab\r',
      'ä',
      '?b/c',
    ],
  ])('%j', compare)
  test('random patterns', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'c',
      'd',
      'x',
      '.js',
      '/',
      '*',
      '**',
      '/**/',
      '?',
      '[ab]',
      '[!a]',
      '\\',
      '!',
      ' ',
      '[',
      ']',
      '-',
    )
    const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'))
    fc.assert(fc.property(lines, compare), { numRuns: runs(150) })
  })
})

test('once the steps are spent nothing is left out', () => {
  const rules = readRules('a\n*.js\n')
  expect(rules.test('a', false, { left: 100 })).toBe(true)
  expect(rules.test('b.js', false, { left: 100 })).toBe(true)
  expect(rules.test('b.js', false, { left: -1 })).toBe(null)
  expect(rules.test('a', false, { left: -1 })).toBe(null)
})
