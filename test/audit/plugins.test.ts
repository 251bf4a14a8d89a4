/** A plugin is read before it is run: what is wrong with it is reported with its file, and nothing is judged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readPluginRule } from '../../src/audit/plugin-rule.js'
import { ruleSetOf } from '../../src/audit/plugins.js'

const message = () => 'bad'
const text = { title: 't', why: 'w', pass: () => 'ok', reasons: { bad: { message }, odd: { message } } }
const rule = {
  id: 'company/x',
  subject: 'target',
  needs: ['dns'],
  parameters: { most: 3 },
  reasons: { bad: 'fail', odd: 'unknown' },
  judge: () => [],
}
const cite = { title: 'a page', quote: 'a sentence', readOn: '2026-11-20' }
const whole = { rule, level: 'error', cite, text: { en: text, zh: text } }

const problemsOf = (value: unknown) => {
  const read = readPluginRule(value)
  return Array.isArray(read) ? read.map(({ at, expected, got }) => `${at} ${expected} ${got}`) : []
}

test('a plugin as it should be', () => {
  expect(readPluginRule(whole)).toMatchObject({
    rule: { id: 'company/x', reasons: rule.reasons },
    level: 'error',
  })
  expect(
    problemsOf({ ...whole, families: ['wechat'], on: ['ios'], level: { bad: 'error', odd: 'not-demanded' } }),
  ).toEqual([])
})

test('a rule that declares no reasons has those it has texts for', () => {
  const { reasons: _, ...bare } = rule
  expect(readPluginRule({ ...whole, rule: bare })).toMatchObject({
    rule: { reasons: { bad: 'either', odd: 'either' } },
  })
})

test('a rule says what its findings hang on, and which of its entries the platform does not take', () => {
  const presupposes = [{ rule: 'dns/resolves', reasons: ['nxdomain'], failures: true, alike: 'host' }]
  expect(readPluginRule({ ...whole, rule: { ...rule, presupposes } })).toMatchObject({
    rule: { presupposes },
  })
  const entry = { ...rule, subject: 'entry', needs: ['entry'], rejects: ['bad'] }
  expect(readPluginRule({ ...whole, rule: entry })).toMatchObject({ rule: { rejects: ['bad'] } })
})

test('what its module changes later changes nothing', () => {
  const own = {
    ...whole,
    rule: { ...rule, reasons: { ...rule.reasons } },
    level: { bad: 'error', odd: 'error' },
  }
  const read = readPluginRule(own)
  own.level.bad = 'not-demanded'
  Object.assign(own.rule.reasons, { more: 'fail' })
  expect(read).toMatchObject({ level: { bad: 'error' }, rule: { reasons: { bad: 'fail', odd: 'unknown' } } })
  expect(Object.keys((read as { rule: { reasons: object } }).rule.reasons)).toEqual(['bad', 'odd'])
})

const without = (from: object, key: string) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key))
const en = (more: object) => ({ ...whole, text: { en: { ...text, ...more } } })

describe('what is wrong with it', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, [' object nothing']],
    ['a list', [], [' object a list']],
    ['a misspelt level', { ...whole, level: 'eror' }, ['level levels "eror"']],
    ['no level', without(whole, 'level'), ['level levels nothing']],
    [
      'a misspelt reason',
      { ...whole, level: { baad: 'error', odd: 'info' } },
      ['level.baad key "baad"', 'level.bad level-of-reason nothing'],
    ],
    ['a forgotten reason', { ...whole, level: { bad: 'error' } }, ['level.odd level-of-reason nothing']],
    [
      'a reason’s misspelt level',
      { ...whole, level: { bad: 'eror', odd: 'info' } },
      ['level.bad choice "eror"'],
    ],
    ['"pass" as a level', { ...whole, level: 'pass' }, ['level levels "pass"']],
    ['"not-demanded" for all', { ...whole, level: 'not-demanded' }, ['level levels "not-demanded"']],
    ['a family nobody knows', { ...whole, families: ['wechta'] }, ['families[0] choice "wechta"']],
    ['no family at all', { ...whole, families: [] }, ['families list a list']],
    ['a runtime nobody knows', { ...whole, on: ['iso'] }, ['on[0] choice "iso"']],
    ['a hole', { ...whole, on: new Array(1) }, ['on[0] choice nothing']],
    [
      'a platform that is none',
      { ...whole, families: ['alipay'], on: ['devtools'] },
      ['families[0] platform "alipay"', 'on[0] platform "devtools"'],
    ],
    ['a misspelt key', { ...whole, familys: ['alipay'] }, ['familys key "familys"']],
    ['an id without a group', { ...whole, rule: { ...rule, id: 'x' } }, ['rule.id id "x"']],
    ['no judge', { ...whole, rule: without(rule, 'judge') }, ['rule.judge function nothing']],
    [
      'a subject nobody knows',
      { ...whole, rule: { ...rule, subject: 'targt' } },
      ['rule.subject choice "targt"'],
    ],
    [
      'a subject of every object',
      { ...whole, rule: { ...rule, subject: 'constructor' } },
      ['rule.subject choice "constructor"'],
    ],
    [
      'a fact of another subject',
      { ...whole, rule: { ...rule, needs: ['chain'] } },
      ['rule.needs[0] choice "chain"'],
    ],
    ['no needs', { ...whole, rule: without(rule, 'needs') }, ['rule.needs list nothing']],
    [
      'parameters that are no JSON',
      { ...whole, rule: { ...rule, parameters: { f: () => 1 } } },
      ['rule.parameters json object'],
    ],
    [
      'a kind of reason nobody knows',
      { ...whole, rule: { ...rule, reasons: { ...rule.reasons, bad: 'error' } } },
      ['rule.reasons.bad choice "error"'],
    ],
    [
      'a reason called pass',
      { ...whole, rule: { ...rule, reasons: { pass: 'fail' } } },
      ['rule.reasons id "pass"'],
    ],
    [
      'a presupposition that is none',
      { ...whole, rule: { ...rule, presupposes: [7, { rule: 'dns/resolves', failure: true }, { rule: 7 }] } },
      [
        'rule.presupposes[0] object 7',
        'rule.presupposes[1].failure key "failure"',
        'rule.presupposes[2].rule id 7',
      ],
    ],
    [
      'a rejection for a reason there is not',
      { ...whole, rule: { ...rule, subject: 'entry', needs: ['entry'], rejects: ['baad'] } },
      ['rule.rejects[0] choice "baad"'],
    ],
    [
      'a server that rejects',
      { ...whole, rule: { ...rule, rejects: ['bad'] } },
      ['rule.subject choice "target"'],
    ],
    ['no sentence', { ...whole, cite: without(cite, 'quote') }, ['cite.quote text nothing']],
    ['an edition that is no text', { ...whole, cite: { ...cite, edition: 7 } }, ['cite.edition text 7']],
    ['a basis nobody knows', { ...whole, cite: { ...cite, basis: 'heard' } }, ['cite.basis choice "heard"']],
    ['no day', { ...whole, cite: { ...cite, readOn: 'May' } }, ['cite.readOn day "May"']],
    ['no text', without(whole, 'text'), ['text.en object nothing']],
    ['no title', en({ title: ' ' }), ['text.en.title text " "']],
    ['no words for a pass', en({ pass: undefined }), ['text.en.pass function nothing']],
    ['no words for a reason', en({ reasons: { bad: { message } } }), ['text.en.reasons.odd object nothing']],
    [
      'no message',
      en({ reasons: { bad: { message }, odd: {} } }),
      ['text.en.reasons.odd.message function nothing'],
    ],
    [
      'an advice that is a text',
      en({ reasons: { bad: { message, fix: 'do it' }, odd: { message } } }),
      ['text.en.reasons.bad.fix function "do it"'],
    ],
    [
      'words for a reason there is not',
      en({ reasons: { ...text.reasons, baad: { message } } }),
      ['text.en.reasons.baad key "baad"'],
    ],
    [
      'half a translation',
      { ...whole, text: { en: text, zh: without(text, 'why') } },
      ['text.zh.why text nothing'],
    ],
  ])('%s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'hefa-plugins-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function load(source: string, language: 'en' | 'zh' = 'en') {
  const name = `./${Math.abs(hash(source))}.mjs`
  writeFileSync(join(folder, name), source)
  return ruleSetOf({ plugins: [name], file: join(folder, 'c.json') }, folder, language).then(
    ({ rules }) => rules.length,
    (error: Error) => error.message.replace(name, 'p.mjs'),
  )
}
const hash = (source: string) => [...source].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7)

const SOURCE = `
const message = () => 'bad'
const rule = { id: 'company/x', subject: 'target', needs: ['dns'], judge: () => [] }
const cite = { title: 't', quote: 'q', readOn: '2026-11-20' }
const text = { en: { title: 't', why: 'w', pass: () => 'ok', reasons: { bad: { message } } } }
`

describe('loading', () => {
  test('by a path from the config, an absolute one, and a file URL with a space in it', async () => {
    const file = join(folder, 'my rules.mjs')
    writeFileSync(file, `${SOURCE}export const rules = [{ rule, level: 'error', cite, text }]\n`)
    for (const plugin of ['./my rules.mjs', file, pathToFileURL(file).href]) {
      const { rules } = await ruleSetOf({ plugins: [plugin], file: join(folder, 'c.json') }, folder)
      expect(rules.at(-1)?.id, plugin).toBe('company/x')
    }
  })

  test('the file, the rule and the place are named', async () => {
    expect(await load(`${SOURCE}export const rules = [{ rule, level: 'eror', cite, text }]`)).toBe(
      'p.mjs: company/x: level: expected one of error, warning, info, or a map of one per reason, got "eror"',
    )
    expect(await load(`${SOURCE}export default { rule, level: 'eror', cite, text }`, 'zh')).toContain('应为')
  })
  test('a rule or a reason that is presupposed and that nobody has', async () => {
    const withFolding = (folding: string) =>
      load(`${SOURCE}export const rules = [{ rule: { ...rule, ${folding} }, level: 'error', cite, text }]`)
    expect(await withFolding(`presupposes: [{ rule: 'dns/resolvs' }]`)).toMatch(
      /^p\.mjs: company\/x: rule\.presupposes\[0\]\.rule: .*dns\/resolves.*"dns\/resolvs"$/,
    )
    expect(await withFolding(`presupposes: [{ rule: 'dns/resolves', reasons: ['gone'] }]`)).toContain(
      'rule.presupposes[0].reasons[0]',
    )
    expect(await withFolding(`presupposes: [{ rule: 'dns/resolves' }]`)).toBeGreaterThan(50)
  })
  test('everything at once', async () => {
    const said = await load(
      `${SOURCE}export const rules = [{ rule, level: 'a', cite, text }, { rule, level: { baad: 'error' }, cite }]`,
    )
    expect(String(said).split('; ')).toHaveLength(4)
  })
  test.each([
    ['export const rules = []'],
    ['export const other = 1'],
    ['export const rules = 5'],
    [`export const rules = [new Proxy({}, { ownKeys() { throw new Error('no') } })]`],
    [`throw new Error('at once')`],
    [`throw { toString() { throw 1 } }`],
  ])('%s', async (source) => {
    expect(await load(source)).toMatch(/^p\.mjs: ./)
  })
  test('the id of a rule that is there', async () => {
    const source = SOURCE.replace('company/x', 'tls/version')
    expect(await load(`${source}export const rules = [{ rule, level: 'error', cite, text }]`)).toContain(
      'tls/version',
    )
  })
})
