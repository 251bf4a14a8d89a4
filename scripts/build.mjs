// Builds what is shipped: one file per lazily loaded part instead of some four hundred, since opening files is most
// of the start-up time, and its type declarations.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { writeScripts } from './browser.mjs'
import { bundle, licences, root } from './bundle.mjs'
import './data/pack.mjs'
import { joinParts } from './join-parts.mjs'

const fresh = join(root, `dist.${process.pid}`)
const typescript = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

const ENTRIES = {
  'cli/main': 'src/cli/main.ts',
  index: 'src/index.ts',
  'scan/worker': 'src/scan/worker.ts',
  'scan/helper': 'src/scan/helper.ts',
  'scan/seen-worker': 'src/scan/seen/worker.ts',
  'audit/plugin-worker': 'src/audit/plugin-worker.ts',
  'audit/look-worker': 'src/audit/look-worker.ts',
}

try {
  await writeScripts(root)
  const pieces = join(fresh, 'pieces')
  const { taken, outputs } = await bundle({
    entryPoints: ENTRIES,
    outdir: pieces,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    // Half the size, and a twentieth less to start; names of functions stay, for the stack of a crash.
    minifyWhitespace: true,
    minifySyntax: true,
  })
  await joinParts(ENTRIES, outputs, { from: pieces, to: fresh })
  rmSync(pieces, { recursive: true })
  writeFileSync(join(fresh, 'THIRD-PARTY.txt'), licences(taken))
  const types = join(fresh, 'types')
  const declarations = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', types]
  // Like tsc: a type error is reported and fails the build, but the output is written.
  process.exitCode = spawnSync(process.execPath, [typescript, ...declarations], {
    cwd: root,
    stdio: 'inherit',
  }).status
  keepReachable(types, join(types, 'src/index.d.ts'))
  // Swapped in one step: a program that is being started never sees half a build.
  const dist = join(root, 'dist')
  const old = join(root, `dist.old.${process.pid}`)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

/** Removes the declarations that users of the library can't reach: most of them. */
function keepReachable(folder, entry) {
  const reached = new Set([entry])
  for (const file of reached) {
    if (!existsSync(file)) continue
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()["'](\.[^"']+)["']/g))
      reached.add(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')))
  }
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name)
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
  }
}
