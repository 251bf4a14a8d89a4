/** Makes `schema/config.schema.json`, for editors, from the schema the code checks configs with. */
import { writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import { configSchema } from '../src/config/schema.js'

export const CONFIG_SCHEMA_FILE = new URL('../schema/config.schema.json', import.meta.url)

export function configSchemaText(): string {
  const schema = {
    ...toJsonSchema(configSchema, { errorMode: 'throw', ignoreActions: ['check'] }),
    $id: 'https://unpkg.com/hefa/schema/config.schema.json',
    title: 'hefa config',
    description: 'What `hefa check` audits: hefa.config.json, hefa.config.yaml, or "hefa" in package.json.',
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export async function writeConfigSchema(): Promise<void> {
  await writeFile(CONFIG_SCHEMA_FILE, configSchemaText())
}
