// Builds what is shipped: one file per lazily loaded part instead of some four hundred, since opening files is most
// of the start-up time, and the types beside it.
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const fresh = join(root, `dist.${process.pid}`)
const typescript = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

try {
  await build({
    absWorkingDir: root,
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      index: 'src/index.ts',
      'scan/worker': 'src/scan/worker.ts',
      'audit/plugin-worker': 'src/audit/plugin-worker.ts',
    },
    outdir: fresh,
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  const declarations = [
    '-p',
    'tsconfig.build.json',
    '--emitDeclarationOnly',
    '--outDir',
    join(fresh, 'types'),
  ]
  // As tsc does it: a type error is reported and fails the build, what could be made is there.
  process.exitCode = spawnSync(process.execPath, [typescript, ...declarations], {
    cwd: root,
    stdio: 'inherit',
  }).status
  // Swapped in one step: a program that is being started never sees half a build.
  const dist = join(root, 'dist')
  const old = join(root, `dist.old.${process.pid}`)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
