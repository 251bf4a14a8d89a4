/** A report → a baseline with all its findings. */
import type { Report, Result } from '../../types.js'
import { identityOf, statusBefore } from './cover.js'
import type { Baseline, KnownFinding } from './types.js'

export function baselineOf({ at, tool, config, targets }: Report): Baseline {
  const rows = new Map<string, KnownFinding>()
  const add = (results: readonly Result[], target: string | null): void => {
    for (const result of results) {
      const status = statusBefore(result)
      if (status === null) continue
      const { level, platforms } = result
      const row = { ...identityOf(result, { target }), status, level, platforms: [...platforms] }
      const key = JSON.stringify(row)
      rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + 1 })
    }
  }
  add(config, null)
  for (const target of targets) add(target.results, labelOf(target))
  return { schemaVersion: 1, tool, at, findings: [...rows.values()] }
}

export const labelOf = ({ scheme, host, port }: { scheme: string; host: string; port: number }): string =>
  `${scheme}://${host}:${port}`

/** One finding per line, so that the repository's diff shows what a change adds or removes. */
export function baselineText({ findings, ...head }: Baseline): string {
  const open = JSON.stringify(head).slice(0, -1)
  const rows = findings.map((one) => `  ${JSON.stringify(one)}`)
  return `${open},"findings":[\n${rows.join(',\n')}${rows.length > 0 ? '\n' : ''}]}\n`
}
