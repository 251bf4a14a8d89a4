/** Makes `schema/config.schema.json`, for editors, from the schema the code checks configs with. */
import { writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import { configSchema } from '../src/config/schema.js'
import { API_OF_LIST, OTHER_KEYS, OWN_KEYS, REFUSED_KEYS } from '../src/config/wechat.js'

export const CONFIG_SCHEMA_FILE = new URL('../schema/config.schema.json', import.meta.url)

export function configSchemaText(): string {
  const { $schema, ...config } = toJsonSchema(configSchema, { errorMode: 'throw', ignoreActions: ['check'] })
  const schema = {
    $schema,
    $id: 'https://unpkg.com/hefa/schema/config.schema.json',
    title: 'hefa config',
    description:
      'What `hefa check` audits: hefa.config.json, hefa.config.yaml, "hefa" in package.json, or the answer of WeChat\'s domain interface.',
    if: isAnswer,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: answerSchema,
    else: config,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** As `readWechatAnswer` tells it from a config. */
const isAnswer = {
  type: 'object',
  anyOf: Object.keys(API_OF_LIST).map((key) => ({ required: [key] })),
  not: { anyOf: OWN_KEYS.map((key) => ({ required: [key] })) },
}

const answerSchema = {
  properties: {
    ...Object.fromEntries(
      Object.entries(API_OF_LIST).map(([key, api]) => [
        key,
        {
          type: 'array',
          items: { type: 'string', pattern: '\\S' },
          description: `Server domains of ${api}, as WeChat's domain interface answers them.`,
        },
      ]),
    ),
    ...Object.fromEntries(OTHER_KEYS.map((key) => [key, {}])),
    errcode: { const: 0, description: 'Other codes are those of errors.' },
    ...Object.fromEntries(
      REFUSED_KEYS.map((key) => [
        key,
        { maxItems: 0, description: 'What the console refused is in no list.' },
      ]),
    ),
  },
  additionalProperties: false,
}

export async function writeConfigSchema(): Promise<void> {
  await writeFile(CONFIG_SCHEMA_FILE, configSchemaText())
}
