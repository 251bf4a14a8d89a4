import { posix } from 'node:path'
import type { PassedOver } from '../../../src/facts/project.js'
import { type AnalysedProject, analyse } from '../../../src/scan/trace/index.js'

export type Sources = Record<string, string>

/** A project that is only in memory; specifiers resolve by path, `@/` from the root. */
export function projectOf(sources: Sources): AnalysedProject & { passedOver: PassedOver[] } {
  return {
    scripts: Object.keys(sources).sort(),
    passedOver: [],
    async read(file) {
      const code = sources[file]
      if (code === undefined) return null
      return {
        file,
        code,
        language: /\.tsx?$/.test(file) ? 'ts' : 'js',
        conditions: { vue: null, families: [] },
      }
    },
    resolve(specifier, from) {
      const path = specifier.startsWith('@/')
        ? specifier.slice(2)
        : /^\.{0,2}\//.test(specifier)
          ? posix.join(posix.dirname(from), specifier)
          : null
      if (path === null) return null
      const candidates = [
        path,
        `${path}.js`,
        `${path}.ts`,
        `${path}.tsx`,
        `${path}/index.js`,
        `${path}/index.ts`,
      ]
      return candidates.find((one) => Object.hasOwn(sources, one)) ?? null
    },
  }
}

/** The calls as one line each: `file:line callee url url* ?reason`; `*` marks a text that goes on unknown. */
export async function callsOf(sources: Sources | string): Promise<string[]> {
  const project = projectOf(typeof sources === 'string' ? { 'a.js': sources } : sources)
  const { calls } = await analyse(project)
  return calls.map(({ place, callee, urls, undetermined }) => {
    const texts = urls.map(({ text, complete }) => (complete ? text : `${text}*`)).sort()
    return [
      `${place.file}:${place.line}`,
      callee,
      ...texts,
      ...(undetermined ? [`?${undetermined}`] : []),
    ].join(' ')
  })
}
