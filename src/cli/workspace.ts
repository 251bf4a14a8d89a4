/** Files as the place that shows a report names them: from the root of the checkout on, wherever the program ran. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Report, Result } from '../types.js'
import type { Io } from './io.js'

type Surroundings = Pick<Io, 'env' | 'cwd'>

/** GitHub and GitLab run jobs in a checkout and name it. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']

/** The file from the root of the checkout on; as it is where there is none, or the file is outside. */
export function inWorkspace(file: string, { env, cwd }: Surroundings): string {
  const root = ROOTS.map((name) => env[name]).find(Boolean)
  if (root === undefined || file.startsWith('<')) return file
  const path = relative(root, resolve(cwd, file))
  return path.startsWith('..') || isAbsolute(path) ? file : path.replaceAll(sep, '/')
}

/** Every place of a report. */
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
