/** The part of a report about the source, if it was scanned. */
import type { Report, Result } from '../types.js'
import type { Cover } from './baseline/index.js'
import { judgeProject } from './judge-project.js'
import { scanSummary } from './scan-summary.js'
import type { Facts, JudgeSettings } from './types.js'

export interface SourcePart {
  results: Result[]
  /** Empty for a run without a scan. */
  part: Pick<Report, 'scan'>
}

export async function sourcePart(
  { project, config }: Pick<Facts, 'project' | 'config'>,
  { at, language }: JudgeSettings,
  cover: Cover,
): Promise<SourcePart> {
  if (!project) return { results: [], part: {} }
  const { facts, compared } = project
  const { platforms, rules } = config
  const lists = compared ? config : null
  const results = await judgeProject(facts, { config: lists, platforms, rules, at, language, cover })
  return { results, part: { scan: scanSummary(facts, project) } }
}
