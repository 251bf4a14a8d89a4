import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { CONFIG_SCHEMA_FILE, configSchemaText } from '../../scripts/schema-config.js'

const schema = JSON.parse(configSchemaText())
const validate = new Ajv({ strict: false }).compile(schema)
const lists = { domains: { request: ['https://a.cn'] } }

test('the schema file is fresh', async () => {
  expect(await readFile(CONFIG_SCHEMA_FILE, 'utf8')).toBe(configSchemaText())
})

test('every key is described', () => {
  for (const [key, property] of Object.entries<{ description?: string }>(schema.else.properties))
    expect(property.description, key).toBeTruthy()
})

test.each([
  ['lists', lists, true],
  ['own lists of a family', { wechat: lists }, true],
  [
    'settings',
    {
      ...lists,
      rules: {
        'a/b': ['error', { days: 1 }],
        'c/d': 'off',
        'e/f': { soon: 'info' },
        'g/h': [{ soon: 'off' }, {}],
      },
      legacyOs: { ios: '12' },
    },
    true,
  ],
  ['an unknown key', { ...lists, plattforms: [] }, false],
  ['an unknown platform', { ...lists, platforms: ['wechatt'] }, false],
  ['udp of Alipay', { alipay: { domains: { udp: [] } } }, false],
  ['an empty entry', { domains: { request: [''] } }, false],
  ['a limit of none', { ...lists, limits: { domainsPerApi: 0 } }, false],
  ['a misshapen rule', { ...lists, rules: { 'a/b': ['off', {}] } }, false],
])('judges %s as the program does', (_, value, good) => {
  expect(validate(value)).toBe(good)
})
