/** Who may import whom: `.dependency-cruiser.mjs` says it, types included; here it is held against the source. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, expect, test } from 'vitest'
import rules from '../../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '../..')
const { forbidden, options } = rules

async function brokenIn(baseDir: string): Promise<string[]> {
  const { output } = await cruise(['src', 'rules'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  })
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

test('rooms, doors, libraries, sockets; and no cycle', async () => {
  expect(await brokenIn(root)).toEqual([])
})

const made = mkdtempSync(join(tmpdir(), 'layers-'))
afterAll(() => rmSync(made, { recursive: true }))

/** What each rule is there to find. */
const WRONG: Record<string, Record<string, string>> = {
  'no-cycles': {
    'src/x509/a.ts': "import type { B } from './b.js'\nexport type A = B | null\n",
    'src/x509/b.ts': "import type { A } from './a.js'\nexport type B = { of: A }\n",
  },
  'what-report-is-built-on': {
    'src/report/a.ts': "import type { Fact } from '../facts/index.js'\nexport type Told = Fact\n",
    'src/facts/index.ts': 'export type Fact = string\n',
  },
  'every-room-is-listed': { 'src/cellar/a.ts': "import { join } from 'node:path'\nexport const a = join\n" },
  'the-door-of-trust': {
    'src/audit/a.ts': "export { b } from '../trust/b.js'\n",
    'src/trust/b.ts': 'export const b = 1\n',
  },
  'a-scan-goes-on-from-ir': {
    'src/scan/ir/a.ts': "import { b } from '../evaluate/b.js'\nexport const a = b\n",
    'src/scan/evaluate/b.ts': 'export const b = 1\n',
  },
  'pure-rooms-read-no-system': {
    'rules/tls/a/rule.ts': "import { readFileSync } from 'node:fs'\nreadFileSync('a')\n",
  },
  'who-knows-psl': {
    'src/report/a.ts': "import psl from 'psl'\npsl.get('a')\n",
    'node_modules/psl/package.json': '{ "name": "psl", "main": "index.js" }',
    'node_modules/psl/index.js': '',
  },
  'sockets-have-one-place': { 'src/audit/a.ts': "import { connect } from 'node:tls'\nconnect({})\n" },
}

test.each(Object.entries(WRONG))('%s finds what it is for', async (name, files) => {
  const folder = join(made, name)
  for (const [file, text] of Object.entries({ 'src/basics.ts': '', 'rules/ids.ts': '', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  expect((await brokenIn(folder)).map((line) => line.split(':')[0])).toContain(name)
})

/** What no import tells: the clock, chance and the process. */
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bperformance\.now\(|\bMath\.random\(/
const PURE = /^(?:rules|src\/(?:x509|clients|report|engine|trust|i18n|facts|platforms))\//

test('pure rooms read neither clock nor process', () => {
  const files = ['src', 'rules']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => PURE.test(file) && file.endsWith('.ts') && !/(?:\.d|\.test|\/examples)\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(400)
  const wrong = files.filter((file) => {
    // Neither comments nor sentences read anything.
    const code = readFileSync(join(root, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$|'(?:\\.|[^'\\\n])*'/gm,
      '',
    )
    return IMPURE.test(code)
  })
  expect(wrong).toEqual([])
})
