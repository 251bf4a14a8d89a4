/** The official JSON schema of SARIF 2.1.0, as the package @microsoft/jest-sarif carries it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import { skipped } from './tools.js'

const FILE = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'

/** Null after a line that says what is skipped; under HEFA_REQUIRE_TOOLS a missing schema is a failure. */
export function sarifSchema(): ValidateFunction | null {
  const path = found()
  if (path === null) return null
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) =>
      /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && !/%(?![0-9A-F]{2})/i.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  }
  // Written for draft 04: it uses nothing a later draft reads otherwise, but a pattern that is no Unicode one.
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema)
}

function found(): string | null {
  try {
    return createRequire(import.meta.url).resolve(FILE)
  } catch {
    if (process.env.HEFA_REQUIRE_TOOLS) throw new Error(`${FILE} is missing and HEFA_REQUIRE_TOOLS is set`)
    skipped(`${FILE} is not installed`)
    return null
  }
}
