/** No report replaces what the run reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WRITING } from '../../src/cli/output-guard.js'
import { folderWith } from '../scan/project/folder.js'
import { hefa } from './hefa.js'

const CONFIG = '{ "domains": { "request": ["https://a.cn"] } }'
const FILES = {
  'hefa.config.json': CONFIG,
  'other.json': CONFIG,
  'app/app.json': '{ "pages": ["p"] }',
  'app/p.wxml': '<view />',
  'app/p.js': 'Page({})',
  'app/app.js': "App({ onLaunch() { wx.request({ url: 'https://a.cn/x' }) } })",
}

describe('a report is not written over', () => {
  test.each([
    ['a config by its usual name', 'audit a.invalid --output hefa.config.json', 'hefa.config.json'],
    ['the config that is named', 'check other.json --format json --output other.json', 'other.json'],
    ['by another spelling', 'check --config=other.json --save-facts app/../other.json', 'other.json'],
    ['scanned source', 'scan app --output app/app.js', 'app/app.js'],
    ['project files', 'scan . --config other.json --format json --output app/app.json', 'app/app.json'],
    [
      'one of two reports that are compared',
      'diff other.json app/app.json --output other.json',
      'other.json',
    ],
  ])('%s', async (_, line, file) => {
    const cwd = folderWith(FILES)
    const { status, stdout, stderr } = await hefa(line.split(' '), { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`is a file this run reads`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(await readFile(join(cwd, file), 'utf8')).toBe(FILES[file as keyof typeof FILES])
  })
})

test('every option that takes a file either reads it or writes it', () => {
  const folder = join(import.meta.dirname, '../../src/cli')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const options = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/(--[a-z-]+) <FILE>/g)].map(([, name]) => name),
  )
  const reading = '--baseline --ca --config --from --har --key --log --password-file --with'.split(' ')
  const writing = [...WRITING].filter((one) => one.startsWith('--'))
  expect([...new Set(options)].sort()).toEqual([...reading, ...writing].sort())
})

test('what is kept of each look is written again at the next one', async () => {
  const cwd = folderWith({ ...FILES, 'each.ndjson': '{}\n' })
  const line =
    'watch other.json --once --ndjson each.ndjson --openmetrics hefa.prom --resolve a.cn:443:127.0.0.1'
  const { stderr } = await hefa(line.split(' '), { cwd })
  expect(stderr).not.toContain('is a file this run reads')
  expect(await readFile(join(cwd, 'each.ndjson'), 'utf8')).toContain('"a.cn"')
})

test('an earlier report in the scanned folder is replaced', async () => {
  const cwd = folderWith(FILES)
  const again = () =>
    hefa('scan app --config other.json --format json --output app/hefa.json'.split(' '), { cwd })
  expect((await again()).status).toBe(0)
  expect((await again()).status).toBe(0)
})

test('so is an empty list of findings, and a page', async () => {
  const cwd = folderWith({ ...FILES, 'app/gl.json': '[]\n', 'app/hefa.html': '<p>' })
  const formats = '--format gitlab --output app/gl.json --format html --output app/hefa.html'
  expect((await hefa(`scan app --config other.json ${formats}`.split(' '), { cwd })).status).toBe(0)
})
