/** docs/oracle.md: what Chromium and hefa said of the same servers. */
import { DIFFERENCES } from './differences.js'
import type { Judged } from './hefa.js'
import type { OracleCase } from './world.js'

const HEAD = `# Held against Chromium

Servers with one fault each, loaded by Chromium with their root trusted, and audited by hefa for \`wechat-devtools\`. The
test in \`test/oracle\` starts them, compares, and made this table; a difference that is not explained below fails it.

| server | Chromium | hefa | by |
| --- | --- | --- | --- |`

export interface Row {
  one: OracleCase
  chromium: string | null
  hefa: Judged
}

/** What a connection that breaks off is called depends on who is first; TLS and certificates have names that stay. */
function saidBy(error: string | null): string {
  if (error === null) return 'loads'
  return /^ERR_(?:CERT|SSL)_/.test(error) ? `\`${error}\`` : 'no page'
}

export const differs = ({ chromium, hefa }: Row): boolean => (hefa.verdict === 'fail') !== (chromium !== null)

export function page(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ one, chromium, hefa }) =>
      `| ${one.what} | ${saidBy(chromium)} | ${hefa.verdict} | ${hefa.rules.map((rule) => `\`${rule}\``).join(', ')} |`,
  )
  const whys = rows.filter(differs).map(({ one }) => {
    const why = DIFFERENCES[one.id] ?? 'not explained'
    return `- ${one.what}: ${why}.`
  })
  return [HEAD, ...lines, '', '## Differences', '', ...whys, ''].join('\n')
}
