/** What a starter config contains besides the domains found. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundDomain } from './project.js'

export const EXAMPLE: FoundDomain = { api: 'request', text: 'https://api.example.com', places: [] }

const SCHEMA = 'node_modules/hefa/schema/config.schema.json'

/** The installed one, if any: it matches the installed version. */
export async function schemaPath(cwd: string): Promise<string> {
  const installed = await access(join(cwd, SCHEMA)).then(
    () => true,
    () => false,
  )
  return installed ? `./${SCHEMA}` : 'https://unpkg.com/hefa/schema/config.schema.json'
}
