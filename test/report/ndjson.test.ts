import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { REPORT_SCHEMA_FILE } from '../../scripts/schema-report.js'
import { renderNdjson } from '../../src/report/ndjson.js'
import { manyFaults, report } from './sample.js'

const valid = new Ajv({
  formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
}).compile(JSON.parse(readFileSync(REPORT_SCHEMA_FILE, 'utf8')))

test.each([
  ['with every kind of finding', manyFaults()],
  ['with nothing in it', report({})],
])('a report %s: its lines put together fit the schema and say the same', (_, sample) => {
  const lines = renderNdjson(sample)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ type }) => type)).toEqual([...sample.targets.map(() => 'target'), 'summary'])
  const [summary, ...targets] = lines.toReversed().map(({ type: _type, ...rest }) => rest)
  const whole = { ...summary, targets: targets.toReversed() }
  expect(valid(whole) || valid.errors).toBe(true)
  expect(whole).toEqual(sample)
})

test('hostile text stays on its line', () => {
  const text = renderNdjson(report({ tool: { name: 'hefa', version: 'a\n::error::\r\u2028\x1b[2J' } }))
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  expect(text.trimEnd()).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
})
