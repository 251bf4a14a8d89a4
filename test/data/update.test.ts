/** Root lists as text: what a line must be, what packing makes of them, how a newer list is taken in. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAuthority } from '../../src/demo/index.js'
import { lists } from '../../src/trust/data.js'

const root = join(import.meta.dirname, '../..')
let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'hefa-roots-'))
  cpSync(join(root, 'data/roots'), join(place, 'roots'), { recursive: true })
})
afterEach(() => rmSync(place, { recursive: true }))

function update(...args: string[]) {
  const script = join(root, 'scripts/data/update.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args, '--data', join(place, 'roots')],
    { cwd: place, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}
const read = (name: string) => readFileSync(join(place, 'roots', name), 'utf8')
const listed = (name: string, last: string) =>
  read(name)
    .split('\n')
    .filter((line) => line.split('\t')[2] === last).length

const NEW = makeAuthority({ name: 'Quite New', now: new Date('2026-11-01T00:00:00Z') }).root.pem

test('the newest lists hold what their sources counted', () => {
  const counts = JSON.parse(read('versions.json'))
  expect(listed('ios.tsv', '-')).toBe(counts.ios.at(-1).count)
  expect(lists().anchors.filter(({ chrome }) => chrome).length).toBe(counts.chrome.count)
  expect(lists().anchors.filter(({ mozilla }) => mozilla).length).toBe(counts.mozilla.count)
})

test('a newer list: what is gone ends with the version before, what is new begins with it', () => {
  writeFileSync(join(place, 'new.pem'), `some text\n${NEW}`)
  const [before, newest] = [listed('ios.tsv', '-'), JSON.parse(read('versions.json')).ios.at(-1).version]
  const shown = update('ios', '99', 'new.pem')
  expect(shown.stdout).toContain(
    `1 roots, ${before} in the list of ios ${newest}: 1 added, ${before} removed`,
  )
  expect(shown.stdout).toMatch(/^\+ [0-9a-f]{12} {2}Quite New Root/m)
  expect(read('ios.tsv')).not.toContain('Quite New')

  expect(update('ios', '99', 'new.pem', '--date', '2026-11-27', '--ref', 'a tree', '--write').status).toBe(0)
  expect(read('ios.tsv')).toMatch(/^[0-9a-f]{12}\t99\t-\tQuite New Root/m)
  expect(listed('ios.tsv', '-')).toBe(1)
  expect(listed('ios.tsv', newest)).toBe(before)
  expect(read('anchors.tsv')).toContain('Quite New Root')
  expect(JSON.parse(read('versions.json')).ios.at(-1)).toEqual({
    ...{ version: '99', date: '2026-11-27', ref: 'a tree', count: 1 },
  })
  expect(update('ios', '99', 'new.pem').stdout).toContain('0 added, 0 removed')
})

test('a list without versions is replaced', () => {
  writeFileSync(join(place, 'new.pem'), NEW)
  expect(update('mozilla', '-', 'new.pem', '--date', '2026-11-27', '--ref', 'r', '--write').status).toBe(0)
  expect(read('mozilla.tsv').trimEnd().split('\n').length).toBe(2)
  expect(JSON.parse(read('versions.json')).mozilla).toMatchObject({ date: '2026-11-27', count: 1, ref: 'r' })
})

test.each([
  [['nokia', '1', 'new.pem'], /^usage: /],
  [['ios', '99', 'empty.pem'], /^no certificate in these files/],
  [['ios', '99', 'new.pem', '--write'], /^--write needs --date/],
  [['ios', '26', 'new.pem', '--write', '--date', '2026-11-27'], /^ios 26 is there already/],
])('%j is refused, and nothing is written', (args, said) => {
  writeFileSync(join(place, 'new.pem'), NEW)
  writeFileSync(join(place, 'empty.pem'), 'nothing')
  const before = read('versions.json') + read('ios.tsv')
  const { status, stderr } = update(...args)
  expect(status).toBe(2)
  expect(stderr).toMatch(said)
  expect(read('versions.json') + read('ios.tsv')).toBe(before)
})

test('a line that lost a column is an error that names it', () => {
  const file = join(place, 'roots/chrome.tsv')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^([0-9a-f]{12})\t/m, '$1 '))
  writeFileSync(join(place, 'new.pem'), NEW)
  const { status, stderr } = update('chrome', '-', 'new.pem')
  expect(status).toBe(1)
  expect(stderr).toMatch(/chrome\.tsv:\d+: 1 columns, not 2/)
})
