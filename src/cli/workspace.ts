/**
 * File names as the tool that shows a report expects them: relative to the root of the checkout, wherever the program
 * ran.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Report, Result } from '../types.js'
import type { Io } from './io.js'

type Surroundings = Pick<Io, 'env' | 'cwd'>

/** GitHub and GitLab set a variable with the checkout's path. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']

/** The file relative to the root of the checkout; unchanged if there is none, or if the file is outside. */
export function inWorkspace(file: string, { env, cwd }: Surroundings): string {
  const root = ROOTS.map((name) => env[name]).find(Boolean)
  if (root === undefined || file.startsWith('<')) return file
  const path = relative(root, resolve(cwd, file))
  return path.startsWith('..') || isAbsolute(path) ? file : path.replaceAll(sep, '/')
}

/** Every file name in a report. */
export function reportInWorkspace(report: Report, place: Surroundings): Report {
  const at = <Placed extends { file?: string }>(one: Placed): Placed =>
    one.file === undefined ? one : { ...one, file: inWorkspace(one.file, place) }
  const results = (list: readonly Result[]): Result[] =>
    list.map((result) => (result.entry ? { ...result, entry: at(result.entry) } : result))
  const { scan } = report
  return {
    ...report,
    config: results(report.config),
    targets: report.targets.map((target) => ({
      ...target,
      entries: target.entries.map(at),
      results: results(target.results),
    })),
    ...(scan ? { scan: { ...scan, passedOver: scan.passedOver.map(at) } } : {}),
  }
}
