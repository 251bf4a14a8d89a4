/** Scripts of servers and tools among the pages: nothing refers to them, and only Node can run what they import. */
import type { LeftOut, Place } from '../../facts/index.js'
import { byName } from '../project/paths.js'

const OF_NODE = new Set(
  'express koa fastify egg http https net tls dgram fs fs/promises child_process cluster worker_threads'.split(
    ' ',
  ),
)

/** Anything not known to be unused by the mini program counts as its own. */
export function servingIn(
  imports: readonly { specifier: string; place: Place }[],
  reaches: ((file: string) => boolean) | undefined,
): ReadonlySet<string> {
  const names = imports.filter(({ specifier }) => OF_NODE.has(specifier.replace(/^node:/, '')))
  return new Set(names.flatMap(({ place: { file } }) => (reaches?.(file) === false ? file : [])))
}

/** They are reported with the files excluded for their folder. */
export function withServing(left: readonly LeftOut[], serving: ReadonlySet<string>): LeftOut[] {
  const [first] = [...serving].sort(byName)
  if (first === undefined) return [...left]
  const others = left.filter(({ reason }) => reason !== 'server')
  const known = left.find(({ reason }) => reason === 'server') ?? { reason: 'server', files: 0, file: first }
  return [...others, { ...known, files: known.files + serving.size }]
}
