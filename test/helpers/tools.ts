/** Tools that tests need but not every machine has; `test/reporter.ts` lists at the end what was skipped for lack of them. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const PLACES = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

/** Tells why tests of this file are skipped. */
export const skipped = (why: string): void => console.log(`skipped: ${why}`)

/** The program's path, or null after a line that says what is skipped. Under HEFA_REQUIRE_TOOLS a missing one is a failure. */
export function tool(name: string): string | null {
  const found = PLACES.map((place) => join(place, name)).find((path) => existsSync(path))
  if (found) return found
  if (process.env.HEFA_REQUIRE_TOOLS) throw new Error(`${name} is missing and HEFA_REQUIRE_TOOLS is set`)
  skipped(`${name} is not installed`)
  return null
}
