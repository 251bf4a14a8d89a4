// hefa as one file: hefa.cjs for a machine that has Node, and an executable with Node inside for one that has not.
// node scripts/single-file.mjs FOLDER [--executable]
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { bundle, licences, PEERS, root } from './bundle.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const WORKERS = {
  'scan/worker.js': 'src/scan/worker.ts',
  'audit/plugin-worker.js': 'src/audit/plugin-worker.ts',
  'audit/look-worker.js': 'src/audit/look-worker.ts',
}
/** Node looks for it in its own executable. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/** What is otherwise a separate file, and can't be here. */
const inside = (workers) => ({
  name: 'inside',
  setup({ onLoad }) {
    const replaced = (filter, textOf) =>
      onLoad({ filter }, ({ path }) => ({
        contents: textOf(path),
        loader: 'ts',
        resolveDir: join(path, '..'),
      }))
    replaced(/src[\\/]version\.ts$/, () => `export const version = () => ${JSON.stringify(version)}`)
    replaced(
      /src[\\/]worker-file\.ts$/,
      () => `
const texts: Record<string, string> = ${JSON.stringify(workers)}
export const workerFile = (name: string): URL | null =>
  texts[name] === undefined ? null : new URL('data:text/javascript,' + encodeURIComponent(texts[name]))`,
    )
    replaced(/src[\\/]x509[\\/]der[\\/]read\.ts$/, (path) => {
      const text = readFileSync(path, 'utf8')
      const changed = text.replace(
        "createRequire(import.meta.url)('node-forge/lib/asn1.js')",
        'require("node-forge/lib/asn1.js")',
      )
      if (changed === text) throw new Error(`${path} no longer loads node-forge as this script knows it`)
      return changed
    })
  },
})

const ENTRY = `
import { main } from './src/cli/main.ts'
main(process.argv.slice(2)).then(
  (status) => { process.exitCode = status },
  (error) => { console.error('hefa: ' + (error?.code ?? error?.name)); process.exitCode = 2 },
)`

/** Modules of a text have no place to find others from; those of Node they may ask for. */
const REQUIRE =
  "import { createRequire as from } from 'node:module'; const require = from('file:///hefa.js');"

async function writeBundle(folder) {
  const workers = {}
  const taken = new Set()
  for (const [name, entry] of Object.entries(WORKERS)) {
    const options = { entryPoints: [entry], external: PEERS, write: false, banner: { js: REQUIRE } }
    const made = await bundle({ ...options, minifySyntax: true, plugins: [inside({})] })
    workers[name] = made.texts[0]
    for (const one of made.taken) taken.add(one)
  }
  const file = join(folder, 'hefa.cjs')
  const made = await bundle({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    ...{ external: PEERS, format: 'cjs', outfile: file, plugins: [inside(workers)] },
    define: { 'import.meta.url': 'ownUrl' },
    banner: { js: '#!/usr/bin/env node\nconst ownUrl = require("node:url").pathToFileURL(__filename).href' },
  })
  for (const one of made.taken) taken.add(one)
  chmodSync(file, 0o755)
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licences([...taken].sort()))
  return file
}

/** https://nodejs.org/api/single-executable-applications.html */
function writeExecutable(main, folder) {
  const system = process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux'
  const file = join(folder, `hefa-${system}-${process.arch}${system === 'windows' ? '.exe' : ''}`)
  const [config, blob] = [join(folder, 'sea.json'), join(folder, 'sea.blob')]
  writeFileSync(config, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true }))
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'pipe' })
  copyFileSync(process.execPath, file)
  chmodSync(file, 0o755)
  const mac = system === 'macos'
  if (mac) execFileSync('codesign', ['--remove-signature', file])
  const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js')
  const segment = mac ? ['--macho-segment-name', 'NODE_SEA'] : []
  execFileSync(
    process.execPath,
    [postject, file, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE, ...segment],
    {
      stdio: 'pipe',
    },
  )
  if (mac) execFileSync('codesign', ['--sign', '-', file])
  for (const part of [config, blob]) rmSync(part)
  return file
}

const [folder = '.cache/single', ...flags] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const made = await writeBundle(resolve(folder))
console.log(relative('.', made))
if (flags.includes('--executable')) console.log(relative('.', writeExecutable(made, resolve(folder))))
