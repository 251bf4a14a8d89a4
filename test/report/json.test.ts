import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { REPORT_SCHEMA_FILE, reportSchemaText } from '../../scripts/schema-report.js'
import { FORMATS } from '../../src/report/index.js'
import { renderJson } from '../../src/report/json.js'
import { reportSchema } from '../../src/report/schema.js'
import { manyFaults, report } from './sample.js'

const published = readFileSync(REPORT_SCHEMA_FILE, 'utf8')
const valid = new Ajv({
  formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
}).compile(JSON.parse(published))

test('the published schema is what the code says', () => expect(published).toBe(reportSchemaText()))

describe('the JSON report', () => {
  test.each([
    ['with every kind of finding', manyFaults()],
    ['with nothing in it', report({})],
  ])('%s fits the schema and reads back', (_, sample) => {
    const parsed = JSON.parse(renderJson(sample))
    expect(parsed).toEqual(sample)
    expect(valid(parsed) || valid.errors).toBe(true)
    expect(v.is(reportSchema, parsed)).toBe(true)
  })

  test.each([
    ['an unknown key', { ...manyFaults(), extra: 1 }],
    ['another schema version', { ...manyFaults(), schemaVersion: 2 }],
    ['a verdict that is none', { ...manyFaults(), verdict: 'ok' }],
    ['an exit status a report never has', { ...manyFaults(), exitCode: 2 }],
    ['a missing list', { ...manyFaults(), targets: undefined }],
  ])('%s does not fit', (_, wrong) => expect(valid(JSON.parse(JSON.stringify(wrong)))).toBe(false))

  test('hostile text is no raw control character', () => {
    const json = renderJson(report({ tool: { name: 'hefa', version: '\x9b\u202e\x7f' } }))
    expect(json).toContain('\\u009b\\u202e\\u007f')
    expect(JSON.parse(json).tool.version).toBe('\x9b\u202e\x7f')
  })
})

test('every format loads and ends with a line feed', async () => {
  for (const load of Object.values(FORMATS)) {
    const text = (await load())(manyFaults(), { language: 'en', color: false, width: 80, verbose: false })
    expect(text.endsWith('\n')).toBe(true)
  }
})
