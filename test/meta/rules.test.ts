/** Rules about the rules. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { ruleIds, ruleLists } from '../../scripts/rules.mjs'

const root = join(import.meta.dirname, '../..')
const clauses = Object.values(CLAUSES).flat()
const [en, zh] = await Promise.all([textsOf('en'), textsOf('zh')])

test('the lists are those of the folders', async () => {
  for (const [file, text] of await ruleLists(root))
    expect(readFileSync(join(root, file), 'utf8'), file).toBe(text)
})

test('a rule is called as its folder is', async () => {
  expect(RULES.map(({ id }) => id)).toEqual(await ruleIds(root))
})

test('every clause is about a rule, and says when its sentence was read', () => {
  const ids = new Set(RULES.map(({ id }) => id))
  for (const { rule, cite, on } of clauses) {
    expect(ids, rule).toContain(rule)
    expect(on.length, rule).toBeGreaterThan(0)
    if (cite.basis === 'advised') continue
    // What a demand as a whole rests on is a sentence, never only what was seen.
    expect(cite.quote.trim().length, rule).toBeGreaterThan(3)
    expect(cite.basis, rule).not.toBe('observed')
    expect(cite.readOn, rule).toMatch(/^20\d\d-\d\d-\d\d$/)
  }
})

test('no platform demands a rule twice', () => {
  for (const [family, list] of Object.entries(CLAUSES)) {
    const seen = list.flatMap(({ rule, on }) => on.map((runtime) => `${family}-${runtime} ${rule}`))
    expect(seen.length - new Set(seen).size, family).toBe(0)
  }
})

describe.each(RULES.map(({ id }) => id))('%s', (id) => {
  test('is demanded by somebody', () => {
    expect(clauses.some(({ rule }) => rule === id)).toBe(true)
  })

  test('has texts in both languages for the same reasons', () => {
    const [english, chinese] = [en.rules[id], zh.rules[id]]
    expect(english?.title).toBeTruthy()
    // A title says the requirement, and has room in a list.
    expect(english?.title.split(' ').length).toBeLessThanOrEqual(8)
    expect(english?.why).toBeTruthy()
    expect(chinese?.title).toMatch(/[\u4e00-\u9fff]/)
    expect(chinese?.why).toMatch(/[\u4e00-\u9fff]/)
    expect(Object.keys(chinese?.reasons ?? {}).sort()).toEqual(Object.keys(english?.reasons ?? {}).sort())
  })

  test('has levels for reasons that exist', () => {
    const reasons = Object.keys(en.rules[id]?.reasons ?? {})
    for (const { rule, level } of clauses) {
      if (rule === id && typeof level !== 'string')
        expect(reasons).toEqual(expect.arrayContaining(Object.keys(level)))
    }
  })

  test('says in both languages what makes it unknown', () => {
    const reasons = RULES.find((rule) => rule.id === id)?.reasons ?? {}
    const open = Object.keys(reasons).filter((reason) => reasons[reason] !== 'fail')
    for (const texts of [en, zh]) expect(Object.keys(texts.rules[id]?.unknown ?? {})).toEqual(open)
  })

  test('has a test of its own', () => {
    expect(existsSync(join(root, 'rules', id, 'rule.test.ts'))).toBe(true)
  })
})
