import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONFIG_NAMES, otherConfigs, readConfig } from '../../src/config/index.js'
import { KNOWN, TODAY } from './helpers.js'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'hefa-config-'))
})
afterEach(() => rm(cwd, { recursive: true }))

/** Stands in for running the code of a config. */
const run = async (path: string) => JSON.parse(json(basename(path)))
const read = (path?: string) => readConfig(path, { cwd, known: KNOWN, today: TODAY, run })
const json = (host: string) => JSON.stringify({ domains: { request: [`https://${host}`] } })
const textFor = (name: string) => {
  if (name.includes('json')) return json(name)
  return name.includes('yaml') || name.includes('yml') ? yaml(name) : `// ${name}`
}
const yaml = (host: string) => `domains: {request: [https://${host}]}\n`

test('looks for each name in turn, package.json last', async () => {
  await writeFile(join(cwd, 'package.json'), `{"hefa":${json('package.cn')}}`)
  expect(await read()).toMatchObject({
    config: { file: 'package.json', entries: [{ text: 'https://package.cn' }] },
  })
  for (const name of CONFIG_NAMES.toReversed()) {
    await writeFile(join(cwd, name), textFor(name))
    expect(await read()).toMatchObject({
      config: { file: name, entries: [{ text: `https://${name}`, file: name }] },
    })
  }
})

test('configs beside the one that counts', async () => {
  const used = join(cwd, 'hefa.config.json')
  await writeFile(used, json('a.cn'))
  await writeFile(join(cwd, 'package.json'), '{"name":"x"}')
  expect(await otherConfigs(used)).toEqual([])
  await writeFile(join(cwd, 'hefa.config.yaml'), yaml('b.cn'))
  await writeFile(join(cwd, 'package.json'), `{"hefa":${json('c.cn')}}`)
  expect(await otherConfigs(used)).toEqual(['hefa.config.yaml', 'package.json'])
})

const none = {
  problems: [
    {
      file: 'hefa.config.json',
      line: 1,
      column: 1,
      message:
        'no config found: neither hefa.config.{json,jsonc,yaml,yml,ts,mts,mjs,js} nor "hefa" in package.json; "hefa init" writes one',
    },
  ],
}

test('nothing there', async () => {
  expect(await read()).toEqual(none)
  await writeFile(join(cwd, 'package.json'), '{"name":"x"}')
  expect(await read()).toEqual(none)
})

test('a package.json with a broken "hefa" is reported', async () => {
  await writeFile(join(cwd, 'package.json'), '{"hefa":{"domains":[]}}')
  expect(await read()).toMatchObject({ problems: [{ file: 'package.json', line: 1 }, {}] })
})

test('a file by name, and one that is not there', async () => {
  await writeFile(join(cwd, 'my.yml'), yaml('a.cn'))
  expect(await read('my.yml')).toMatchObject({ config: { file: 'my.yml' } })
  expect(await read('no.yml')).toEqual({
    problems: [{ file: 'no.yml', line: 1, column: 1, message: 'cannot read no.yml: ENOENT' }],
  })
  expect(await read('.')).toMatchObject({ problems: [{ message: 'cannot read .: EISDIR' }] })
})

test('bytes that are not UTF-8 are reported with their place', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{\n "domains": {"request": ["https://中'),
    Buffer.from([0xd6, 0xd0]),
    Buffer.from('.cn"]}}'),
  ])
  await writeFile(join(cwd, 'my.json'), bytes)
  expect(await read('my.json')).toEqual({
    problems: [
      { file: 'my.json', line: 2, column: 36, message: 'this is not UTF-8: save the file in UTF-8' },
    ],
  })
})

test('a character cut off at the end is not UTF-8', async () => {
  await writeFile(join(cwd, 'my.json'), Buffer.from('中').subarray(0, 2))
  expect(await read('my.json')).toMatchObject({ problems: [{ line: 1, column: 1 }] })
})

test('the size is bounded, a byte order mark is not text', async () => {
  await writeFile(join(cwd, 'big.json'), `${json('a.cn')}${' '.repeat(1_000_000)}`)
  expect(await read('big.json')).toMatchObject({
    problems: [{ message: 'the config is larger than 1000000 bytes' }],
  })
  await writeFile(join(cwd, 'bom.json'), `\uFEFF${json('a.cn')}`)
  expect(await read('bom.json')).toMatchObject({ config: { entries: [{ line: 1, column: 24 }] } })
})
