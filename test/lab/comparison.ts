/** docs/comparison.md: the lab's outcome beside what others said of the same servers. */
import { PEERS, SAID } from './peers.js'
import type { LabCase } from './servers.js'

export interface Outcome {
  named: boolean
  rule: string | null
  status: number
}

const MEANING = `# Compared with others

25 servers, 23 of them with one defect each, and what eleven tools say of them. hefa's column is made by the test that
starts these servers and audits them as a user would; the others were measured in 2026-11 on nginx 1.22 with OpenSSL
3.0, a private root given to every tool that takes one.

In each cell: **N** the defect is named, **o** something is flagged without its cause, **.** silence, **=** nothing to
name; then the exit status (\`pass\` and \`fail\` for blackbox_exporter, which has none). \`-\`: not run. \`chance\`: the
verdict depends on which address the resolver put first.
`

const NOTES = `
Servers with a warning or a note only (wrong order, a root too many, a duplicate, a stranger, old versions still on)
work on every phone, so hefa names them and ends with 0; \`--fail-on warning\` is stricter.

What the others do that hefa does not: testssl.sh and sslyze look for vulnerabilities and list every suite; nmap scans
networks; check_ssl_cert speaks many protocols that begin in clear text; blackbox_exporter watches all day.
`

export function comparison(lab: readonly LabCase[], outcomes: ReadonlyMap<string, Outcome>): string {
  const rows = lab.map(({ id, what, named }) => {
    const own = outcomes.get(id)
    const mark = own?.named ? 'N' : named ? '.' : '='
    const said = (SAID[id] ?? '').split(' ').map((cell) => cell.replace(/^([No.=])(\d+)$/, '$1 $2'))
    const rule = own?.rule ? ` \`${own.rule}\`` : ''
    return `| ${what} | **${mark} ${own?.status ?? '?'}**${rule} | ${said.join(' | ')} |`
  })
  const head = ['server', 'hefa', ...PEERS]
  const defects = lab.filter(({ named }) => named)
  const hits = defects.filter(({ id }) => outcomes.get(id)?.named).length
  const best = PEERS.map((name, index) => {
    const named = defects.filter(({ id }) => (SAID[id] ?? '').split(' ')[index]?.startsWith('N')).length
    return { name, named }
  }).sort((a, b) => b.named - a.named)[0]
  return [
    MEANING,
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    `hefa names ${hits} of ${defects.length} defects; the next best, ${best?.name}, names ${best?.named}.`,
    NOTES,
  ].join('\n')
}
