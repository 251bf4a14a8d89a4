import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

/** A plugin whose rule judges by this code, and words its failure by that. */
const plugin = (judge: string, message = "'bad'", first = '') => `${first}
export const rules = [{
  rule: { id: 'own/x', subject: 'list', needs: ['entries'], parameters: {}, reasons: { bad: 'fail' }, judge(facts) { ${judge} } },
  level: 'error',
  cite: { title: 't', quote: 'q', readOn: '2026-01-01' },
  text: { en: { title: 'T', why: 'w', pass: () => 'fine', reasons: { bad: { message: () => ${message} } } } },
}]`

const PASS = "return [{ status: 'pass', evidence: {} }]"
const FAIL = "return [{ status: 'fail', reason: 'bad', evidence: {} }]"

async function run(code: string) {
  const config = {
    domains: { request: ['https://localhost'] },
    platforms: ['wechat-ios'],
    rules: { 'domain/localhost': 'off' },
    plugins: ['./p.mjs'],
  }
  const cwd = await folder({ 'c.json': JSON.stringify(config) })
  await writeFile(join(cwd, 'p.mjs'), code)
  const flags = [
    '--resolve',
    'localhost:443:127.65.9.8',
    '--timeout',
    '1',
    '--format',
    'json',
    '--output',
    'r.json',
  ]
  const ran = await hefa(['check', 'c.json', ...flags], { cwd })
  const results = () => {
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))
    const all = [...report.config, ...report.targets.flatMap((target: { results: [] }) => target.results)]
    return all.filter(({ rule }: { rule: string }) => rule === 'own/x')
  }
  return { ...ran, results }
}

describe('plugins that misbehave while they load', () => {
  test.each([
    ['exit with 0', 'process.exit(0)'],
    ['throw', "throw new Error('\\u001b[31mno')"],
    ['throw later', "setTimeout(() => { throw new Error('late') }, 1); await new Promise(() => {})"],
    ['never settle', 'await new Promise(() => {})'],
    ['export something endless', 'const a = {}; a.a = a; export const rules = [a]'],
    ['export what cannot be read', "export const rules = [{ get rule() { throw new Error('no') } }]"],
  ])('%s', async (_, code) => {
    const ran = await run(code)
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('p.mjs') })
    expect(ran.stderr).not.toContain('\u001b')
  })
})

describe('plugins that misbehave while they judge', () => {
  test.each([
    ['exit with 0', 'process.exit(0)'],
    ['throw', "throw new Error('no')"],
    ['hang', 'for (;;);'],
    ['return a promise', `return Promise.resolve([])`],
    ['return a function', 'return [() => 1]'],
    [
      'return more findings than there can be',
      "return Array.from({ length: 100_001 }, () => ({ status: 'pass', evidence: {} }))",
    ],
    ['return a cycle', "const e = {}; e.e = e; return [{ status: 'pass', evidence: e }]"],
    ['return a proxy', "return [new Proxy({}, { get() { throw new Error('no') } })]"],
    ['return a getter that throws', "return [{ get status() { throw new Error('no') } }]"],
    ['return a huge text', "return [{ status: 'fail', reason: 'bad', evidence: { a: 'x'.repeat(1e8) } }]"],
    ['change what they are given', `facts.entries.length = 0; process.exitCode = 0; return []`],
  ])('%s: unknown, and the report is written', async (_, code) => {
    const { status, results } = await run(plugin(code))
    expect(results()).toMatchObject([{ status: 'unknown', level: 'error' }])
    expect(status).not.toBe(0)
  })
  test('a sentence that ends its thread: the finding stands', async () => {
    const { results } = await run(plugin(FAIL, 'process.exit(0)'))
    expect(results()).toMatchObject([{ status: 'fail', level: 'error' }])
  })
  test('what they print does not get into the report', async () => {
    const ran = await run(plugin(`console.log('{}'); ${PASS}`, "''", "console.log('hello')"))
    expect(ran.results()).toMatchObject([{ status: 'pass' }])
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain('hello')
  })
})
