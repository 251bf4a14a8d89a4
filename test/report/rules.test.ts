import { describe, expect, test } from 'vitest'
import { RULE_FORMATS, type RuleDescription } from '../../src/report/index.js'
import { FEW_FAMILIES } from '../../src/report/rules/levels.js'
import { displayWidth } from '../../src/report/width.js'
import { type Level, PLATFORM_IDS, type PlatformId } from '../../src/types.js'

const demand = (platform: PlatformId, levels: Record<string, Level>, quote: string) => ({
  ...{ platform, levels, parameters: { days: 30 } },
  reference: { title: '网络 | 使用说明', url: 'https://example.com/network', quote },
})

const RULE: RuleDescription = {
  id: 'certificate/chain-complete',
  title: 'the server sends every certificate up to a built-in root',
  why: 'Android never fetches a missing intermediate.',
  howToFix: '',
  subject: 'chain',
  parameters: { days: 30 },
  reasons: ['missing', 'fetchable'],
  unknown: [{ reason: 'no-answer', when: 'nothing was heard' }, { when: 'the rule fails' }],
  platforms: [
    demand('wechat-ios', { missing: 'error', fetchable: 'warning' }, '证书的信任链必需完整'),
    demand('wechat-android', { missing: 'error', fetchable: 'error' }, '证书的信任链必需完整'),
    demand('alipay-ios', { missing: 'info' }, 'chain'),
  ],
}

const EN = { language: 'en' as const, color: false, width: 80 }

describe('pretty', () => {
  test('the table has one letter per platform, the hardest level of any reason', async () => {
    const text = (await RULE_FORMATS.pretty()).all([RULE], EN)
    const [header, row] = text.split('\n')
    expect(header).toMatch(/^rule +WeChat +Alipay +mPaaS +requires$/)
    expect(row).toMatch(/^certificate\/chain-complete +E E - +i - +- - +the server sends/)
  })

  test.each(['en', 'zh'] as const)('fits into 80 columns in %s', async (language) => {
    const renderer = await RULE_FORMATS.pretty()
    const text = renderer.all([RULE], { ...EN, language }) + renderer.one(RULE, { ...EN, language })
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  test('one rule: why, levels by reason and platform, sentence, source', async () => {
    const text = (await RULE_FORMATS.pretty()).one(RULE, EN)
    for (const part of [
      'Android never fetches a missing intermediate.',
      'wechat-ios\n  error: missing; warning: fetchable',
      'wechat-android\n  error: missing, fetchable',
      'days = 30',
      'no-answer: nothing was heard\n  the rule fails',
      'https://example.com/network',
    ]) {
      expect(text).toContain(part)
    }
    expect(text.split('“证书的信任链必需完整”')).toHaveLength(2)
  })

  test('platforms with the same demand are reported once, a whole family by its name', async () => {
    const levels = { missing: 'error' as const }
    const same = { ...RULE, platforms: PLATFORM_IDS.map((id) => demand(id, levels, 'x')) }
    const families = {
      ...RULE,
      platforms: same.platforms.filter(({ platform }) => /^(?:wechat|alipay)-/.test(platform)),
    }
    const renderer = await RULE_FORMATS.pretty()
    expect(renderer.one(same, EN)).toContain('\nevery platform\n')
    expect(renderer.one(families, EN)).toContain('\nwechat, alipay\n')
  })
})

test('json is the catalogue itself', async () => {
  const renderer = await RULE_FORMATS.json()
  expect(JSON.parse(renderer.all([RULE], EN))).toEqual([RULE])
  expect(JSON.parse(renderer.one(RULE, EN))).toEqual(RULE)
})

test('reasons with a sentence of their own name it, with page, edition and how it is known', async () => {
  const own = {
    ...{ title: 'A client', quote: '', edition: '7.1', readOn: '2026-11-27', basis: 'observed' as const },
  }
  const [first] = RULE.platforms
  if (!first) throw new Error('no platform')
  const [reason = ''] = Object.keys(first.levels)
  const one = { ...RULE, platforms: [{ ...first, references: { [reason]: own } }] }
  const markdown = (await RULE_FORMATS.markdown()).one(one, EN)
  expect(markdown).toContain(
    `\`${reason}\`:\n\n> seen in the client: A client (edition 7.1, read 2026-11-27)`,
  )
  const pretty = (await RULE_FORMATS.pretty()).one(one, { ...EN, width: 120 })
  expect(pretty).toContain(`  ${reason}: seen in the client: A client (edition 7.1, read 2026-11-27)`)
})

test('markdown: a table with as many cells in every row, markup escaped', async () => {
  const renderer = await RULE_FORMATS.markdown()
  const table = renderer.all([{ ...RULE, title: 'a | b `c` <i>' }], EN)
  const rows = table.split('\n').filter((line) => line.startsWith('|'))
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(FEW_FAMILIES.length + 4)
  expect(table).toContain('a \\| b \\`c\\` \\<i\\>')
  expect(renderer.one(RULE, EN)).toContain('> [网络 \\| 使用说明](<https://example.com/network>)')
})
