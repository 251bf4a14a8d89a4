/** docs/oracle.md: what real clients and hefa said of the same servers. */
import { BEYOND_CHROMIUM, BEYOND_JAVA } from './differences.js'
import type { Judged } from './hefa.js'
import type { OracleCase } from './world.js'

const CHROMIUM_HEAD = `# Held against Chromium

Servers with one fault each, loaded by Chromium with their root trusted, and audited by hefa for \`wechat-devtools\`. The
test in \`test/oracle\` starts them, compares, and made this table; a difference that is not explained below fails it.

| server | Chromium | hefa | by |
| --- | --- | --- | --- |`

const JAVA_TITLE = '# Held against Java'
const JAVA_HEAD = `${JAVA_TITLE}

The same servers, asked by Java's own TLS (OpenJDK 17) with their root trusted, and audited by hefa for \`alipay-android\`:
Android's classes have the same names and other insides. Conscrypt speaks TLS with BoringSSL, matches names by itself and
has its own rules for keys and hashes; of OpenJDK it has the path validation and the checker of stapled answers. Those
rows weigh; where the insides differ, the source says how. A \`warn\` without a rule is the port: Alipay documents none.

| server | Java | hefa | by |
| --- | --- | --- | --- |`

export interface Row {
  one: OracleCase
  /** What the client says is wrong; null where the page came. */
  client: string | null
  hefa: Judged
}

/** What a connection that breaks off is called depends on who is first; TLS and certificates have names that stay. */
function chromiumSays(error: string | null): string {
  if (error === null) return 'loads'
  return /^ERR_(?:CERT|SSL)_/.test(error) ? `\`${error}\`` : 'no page'
}

const javaSays = (error: string | null): string => (error === null ? 'loads' : `refused: ${error}`)

export const differs = ({ client, hefa }: Row): boolean => (hefa.verdict === 'fail') !== (client !== null)
export const isUnknown = ({ hefa }: Row): boolean => hefa.verdict === 'unknown'

type Says = (error: string | null) => string

function part(head: string, says: Says, differences: Readonly<Record<string, string>>) {
  return (rows: readonly Row[]): string => {
    const lines = rows.map(
      ({ one, client, hefa }) =>
        `| ${one.what} | ${says(client)} | ${hefa.verdict} | ${hefa.rules.map((rule) => `\`${rule}\``).join(', ')} |`,
    )
    const whys = rows
      .filter(differs)
      .map(({ one }) => `- ${one.what}: ${differences[one.id] ?? 'not explained'}.`)
    return [head, ...lines, '', '## Differences', '', ...whys, ''].join('\n')
  }
}

export const chromiumPart = part(CHROMIUM_HEAD, chromiumSays, BEYOND_CHROMIUM)
export const javaPart = part(JAVA_HEAD, javaSays, BEYOND_JAVA)

/** The page in its two parts. */
export function parts(page: string): [string, string] {
  const at = page.indexOf(`\n${JAVA_TITLE}`)
  return at < 0 ? [page, ''] : [page.slice(0, at), page.slice(at + 1)]
}
