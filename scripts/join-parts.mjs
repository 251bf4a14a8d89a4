// Parts of a build that are always loaded together become one file. esbuild makes one for each set of parts that may be
// loaded by themselves, which is some sixty before the first hello of an audit: a fifth of what it takes to start.
import { basename, join } from 'node:path'
import { rolldown } from 'rolldown'
import { builtinModules } from './builtin-modules.mjs'
import { PACKAGES, PEERS } from './bundle.mjs'

/** Who may load a part without the others: nobody loads what only another of them needs. */
const LOADERS = {
  version: ['src/cli/main.ts', 'src/cli/io.ts'],
  command: ['src/cli/run.ts', 'src/cli/program.ts'],
  library: ['src/index.ts'],
  thread: [
    'src/scan/worker.ts',
    'src/scan/helper.ts',
    'src/scan/seen/worker.ts',
    'src/audit/plugin-worker.ts',
  ],
}
/** What the steps of an audit load besides, one after the other. */
const STEPS = {
  audit: ['src/cli/audit-run.ts', 'src/config/schema.ts'],
  judging: ['src/audit/judging.ts', 'src/audit/look-up.ts'],
}

/**
 * @param {Record<string, string>} entries the build's files without `.js`, by their sources
 * @param {import('esbuild').Metafile['outputs']} outputs what the build made of them in `from`
 */
export async function joinParts(entries, outputs, { from, to }) {
  const groups = groupsOf(outputs)
  const made = await rolldown({
    input: Object.fromEntries(Object.keys(entries).map((name) => [name, join(from, `${name}.js`)])),
    external: [new RegExp(`^(?:${[...PACKAGES, ...PEERS].join('|')})(?:/|$)`)],
    platform: 'node',
    plugins: [builtinModules],
    treeshake: { moduleSideEffects: true },
    preserveEntrySignatures: 'allow-extension',
  })
  const name = (id) => groups.get(basename(id)) ?? null
  await made.write({
    dir: to,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name].js',
    minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: true } },
    codeSplitting: {
      groups: [{ name, debugName: 'loaded-together' }],
      includeDependenciesRecursively: false,
    },
  })
}

/** By the name of a part: which one it becomes, with all others of the same loaders or the same step. */
function groupsOf(outputs) {
  const by = (table) =>
    Object.entries(table).map(([name, sources]) => ({ name, files: closure(outputs, sources) }))
  const [loaders, steps] = [by(LOADERS), by(STEPS)]
  const groups = new Map()
  for (const file of Object.keys(outputs)) {
    const loads = ({ files }) => files.has(file)
    const names = loaders.filter(loads).map(({ name }) => name)
    const group = names.length > 0 ? names.join('-') : steps.find(loads)?.name
    // What a thread runs is one file but for what it shares, and that stays apart from what it does not load.
    if (group && group !== 'thread' && !outputs[file].entryPoint) groups.set(basename(file), group)
  }
  return groups
}

/** The files that loading these sources loads. */
function closure(outputs, sources) {
  const files = new Set(Object.keys(outputs).filter((file) => sources.includes(outputs[file].entryPoint)))
  if (files.size !== sources.length) throw new Error(`the build has no part of its own for one of ${sources}`)
  for (const file of files)
    for (const { path, kind, external } of outputs[file].imports)
      if (kind === 'import-statement' && !external) files.add(path)
  return files
}
