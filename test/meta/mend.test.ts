/** Advice must be about a rule there is, in both languages, with the same commands. */
import { expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'
import { mend as en } from '../../src/i18n/en/mend.js'
import { mend as zh } from '../../src/i18n/zh/mend.js'
import { ruleCatalogue } from '../../src/index.js'

const ids = RULES.map(({ id }) => id)
const commands = (text = '') => text.split('\n').filter((line) => line.startsWith('  '))

test('is about rules there are, the same in both languages', () => {
  expect(Object.keys(en).filter((id) => !ids.includes(id as (typeof ids)[number]))).toEqual([])
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
  expect(rule?.mend.length).toBeGreaterThan(20)
})
