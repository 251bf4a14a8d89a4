/** What the rules say of a scanned project, in the corpus's own lines. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeProject } from '../../src/audit/index.js'
import { type Config, parseConfig } from '../../src/config/index.js'
import type { ProjectFacts } from '../../src/facts/index.js'
import type { Result } from '../../src/types.js'

const CONFIG = 'hefa.config.json'
const NOW = Date.UTC(2026, 10, 21)

/** Results that say something, as the rules give them. */
export async function findingsOf(facts: ProjectFacts, root: string, named: boolean): Promise<Result[]> {
  const config = named ? await configAt(join(root, CONFIG)) : null
  const results = await judgeProject(facts, { config, at: NOW, language: 'en' })
  return results.filter(({ status }) => status === 'fail' || status === 'unknown')
}

async function configAt(path: string): Promise<Config> {
  const known = { rules: {} }
  const outcome = await parseConfig(readFileSync(path, 'utf8'), { file: CONFIG, known, today: NOW })
  if ('problems' in outcome) throw new Error(outcome.problems.map(({ message }) => message).join('\n'))
  return outcome.config
}

/** One line per place, level and rule, whichever platforms share it. */
export function findingLines(results: readonly Result[]): string[] {
  const lines = results.map(({ rule, status, level, entry }) => {
    const place = entry ? `${entry.file}:${entry.line}:${entry.column}` : '-'
    return `finding ${place} ${status === 'unknown' ? 'unknown' : level} ${rule}`
  })
  return [...new Set(lines)].sort()
}
