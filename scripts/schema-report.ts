/** Makes `schema/report.schema.json` from the schema the code holds. */
import { writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import { reportSchema } from '../src/report/schema.js'

export const REPORT_SCHEMA_FILE = new URL('../schema/report.schema.json', import.meta.url)

export function reportSchemaText(): string {
  const schema = {
    ...toJsonSchema(reportSchema, { errorMode: 'throw' }),
    $id: 'https://unpkg.com/hefa/schema/report.schema.json',
    title: 'hefa report',
    description: 'What `hefa check --format json` prints.',
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export async function writeReportSchema(): Promise<void> {
  await writeFile(REPORT_SCHEMA_FILE, reportSchemaText())
}
