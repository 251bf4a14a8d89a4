/** Advice is given in both languages, with the same commands. */
import { expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { ruleCatalogue } from '../../src/index.js'
import type { Language } from '../../src/types.js'

const ids = RULES.map(({ id }) => id)
const [en, zh] = await Promise.all([adviceIn('en'), adviceIn('zh')])

async function adviceIn(language: Language): Promise<Record<string, string>> {
  const { rules } = await textsOf(language)
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, { howToFix }]) => (howToFix === undefined ? [] : [[id, howToFix]])),
  )
}

const commands = (text = '') => text.split('\n').filter((line) => line.startsWith('  '))

test('is given in both languages', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
})

test.each(Object.keys(en))('%s: Chinese in Chinese, commands of one language in the other', (id) => {
  expect(zh[id]).toMatch(/[\u4e00-\u9fff]/)
  const ascii = (lines: string[]) => lines.filter((line) => !/[^\x20-\x7e]|is missing/.test(line))
  expect(ascii(commands(zh[id]))).toEqual(ascii(commands(en[id])))
})

test.each([
  'certificate/chain-complete',
  'certificate/chain-order',
  'certificate/hostname',
  'certificate/expires-soon',
  'certificate/trusted',
  'tls/version',
  'tls/ats-cipher',
  'tls/reachable',
  ...ids.filter((id) => id.startsWith('domain/')),
])('%s has advice, and the catalogue tells it', async (id) => {
  const rule = (await ruleCatalogue('en')).find((one) => one.id === id)
  expect(rule?.howToFix.length).toBeGreaterThan(20)
})
