/** Configs that are code. */
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { exportedBy } from '../../src/audit/index.js'
import { readConfig } from '../../src/config/index.js'
import type { WrittenConfig } from '../../src/config/schema.js'
import type { ConfigFile } from '../../src/config/written.js'
import { folder } from '../cli/hefa.js'
import { KNOWN, TODAY } from './helpers.js'

const read = async (files: Record<string, string>, more: object = {}) => {
  const cwd = await folder(files)
  return readConfig(undefined, { cwd, known: KNOWN, today: TODAY, run: exportedBy, ...more })
}
const typed = "interface A { request: string[] }\nconst domains: A = { request: ['https://a.cn'] }\n"

test('the type for editors is the shape that is read', () => {
  expectTypeOf<WrittenConfig>().toExtend<ConfigFile>()
  expectTypeOf<ConfigFile>().toExtend<WrittenConfig>()
  expectTypeOf<keyof ConfigFile>().toEqualTypeOf<keyof WrittenConfig>()
  expectTypeOf<keyof NonNullable<ConfigFile['scan']>>().toEqualTypeOf<
    keyof NonNullable<WrittenConfig['scan']>
  >()
})

test.each([
  ['hefa.config.ts', `${typed}export default { $schema: 'x', domains } satisfies object\n`],
  ['hefa.config.mts', `${typed}export default { domains }\n`],
  ['hefa.config.mjs', "export default { $schema: 'x', domains: { request: ['https://a.cn'] } }\n"],
  ['hefa.config.js', "module.exports = { domains: { request: ['https://a.cn'] } }\n"],
  ['hefa.config.js', "export default { domains: { request: ['https://a.cn'] } }\n"],
  ['hefa.config.mjs', "export default { requestdomain: ['https://a.cn'] }\n"],
])('%s', async (name, text) => {
  expect(await read({ [name]: text })).toMatchObject({
    config: { file: name, entries: [{ text: 'https://a.cn', file: name }] },
  })
})

describe('places are those of the source', () => {
  test('an entry, a key, and what is computed', async () => {
    const text = `const host = (name) => \`https://\${name}.example.com\`
export default {
  domains: {
    request: [
      'https://a.example.com',
      host('b'),
    ],
  },
  "rulez": {},
}
`
    const cut = text.replace('  "rulez": {},\n', '')
    const outcome = await read({ 'hefa.config.mjs': cut })
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
    expect(outcome.config.entries.map(({ text, line, column }) => [text, line, column])).toEqual([
      ['https://a.example.com', 5, 7],
      ['https://b.example.com', 4, 5],
    ])
    expect(await read({ 'hefa.config.mjs': text })).toMatchObject({
      problems: [{ line: 9, column: 3, message: expect.stringContaining('unknown key "rulez"') }],
    })
  })
})

describe('what is wrong with it is a problem, not a crash', () => {
  test.each([
    ['a syntax error', 'export default {', /cannot load the config: .*Unexpected end/],
    ['a throw', "throw new Error('no list today')", /cannot load the config: no list today/],
    ['an exit', 'process.exit(0)', /cannot load the config: it ended its own thread/],
    ['a missing module', "import 'not-there'", /Cannot find package 'not-there'/],
    ['nothing exported', 'export const config = {}', /must be an object, not a undefined/],
    ['a function', 'export default () => ({})', /must be an object, not a function/],
    [
      'a function inside',
      'export default { domains: { request: () => [] } }',
      /domains\.request: a function is not data/,
    ],
    ['a number without end', 'export default { limits: { domainsPerApi: 1 / 0 } }', /a number is not data/],
    ['a large number', 'export default { limits: { domainsPerApi: 10n } }', /a bigint is not data/],
    ['itself', 'const a = {}; a.a = a; export default a', /cannot load the config/],
  ])('%s', async (_, text, message) => {
    const outcome = await read({ 'hefa.config.mjs': text })
    expect(outcome).toMatchObject({
      problems: expect.arrayContaining([
        {
          file: 'hefa.config.mjs',
          line: 1,
          column: expect.any(Number),
          message: expect.stringMatching(message),
        },
      ]),
    })
  })

  test('what is undefined is not there', async () => {
    const text = "export default { rules: undefined, domains: { request: ['https://a.cn'], udp: undefined } }"
    expect(await read({ 'hefa.config.mjs': text })).toHaveProperty('config')
  })
})

test('a module in a package that is none is told how to be called', async () => {
  const files = { 'package.json': '{"type":"commonjs"}', 'hefa.config.js': 'export default {}' }
  expect(await read(files)).toMatchObject({
    problems: [{ message: expect.stringMatching(/call it hefa\.config\.mjs$/) }],
  })
})

describe('it is code, and under the rule for plugins', () => {
  const mark = (place: string) =>
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(place)}, '')\nexport default { domains: { request: ['https://a.cn'] } }\n`

  test.each([
    ['refused', /--no-plugins .* refuses it/],
    ['found', /code of scanned source never runs/],
  ])('%s', async (plugins, message) => {
    const place = join(await folder(), 'RAN')
    expect(await read({ 'hefa.config.mjs': mark(place) }, { plugins })).toMatchObject({
      problems: [{ line: 1, message: expect.stringMatching(message) }],
    })
    expect(await read({ 'hefa.config.mjs': mark(place) }, { run: undefined })).toHaveProperty('problems')
    await expect(import(pathToFileURL(place).href)).rejects.toThrow()
  })
})

test('where Node reads no TypeScript, the esbuild of the project does', async () => {
  const { readTypeScript } = await import('../../src/audit/typescript.js')
  const cwd = await folder()
  await mkdir(join(cwd, 'node_modules'))
  const reads = (process.features as { typescript?: unknown }).typescript
  const place = pathToFileURL(join(cwd, 'hefa.config.ts')).href
  if (reads) return expect(readTypeScript([place])).resolves.toBeUndefined()
  await symlink(
    join(import.meta.dirname, '../../node_modules/esbuild'),
    join(cwd, 'node_modules/esbuild'),
    'junction',
  )
  await writeFile(join(cwd, 'hefa.config.ts'), `${typed}export default { domains }\n`)
  expect(
    await readConfig('hefa.config.ts', { cwd, known: KNOWN, today: TODAY, run: exportedBy }),
  ).toHaveProperty('config')
})
