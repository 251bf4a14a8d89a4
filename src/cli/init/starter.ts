/** What a starter config holds beside what was found. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundDomain } from './project.js'

export const EXAMPLE: FoundDomain = { api: 'request', text: 'https://api.example.com', places: [] }

const SCHEMA = 'node_modules/hefa/schema/config.schema.json'

/** The installed one where there is one: it fits the installed version. */
export async function schemaPath(cwd: string): Promise<string> {
  const installed = await access(join(cwd, SCHEMA)).then(
    () => true,
    () => false,
  )
  return installed ? `./${SCHEMA}` : 'https://unpkg.com/hefa/schema/config.schema.json'
}
