/** What the build bundles from src and from libraries, and the licences of those. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { lightParser } from './light-parser.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Optional packages that a user may install beside hefa are not bundled. */
export const PEERS = Object.keys(own.peerDependencies)
/** Libraries that stay packages of their own. */
export const PACKAGES = Object.keys(own.dependencies)

/**
 * Libraries listed as dependencies stay separate packages; all others are bundled, each only as far as it is used:
 * that saves a user sixteen packages and some fourteen megabytes.
 * @param {import('esbuild').BuildOptions} options
 * @returns folders of the bundled packages; the output, with `write: false`; how that hangs together
 */
export async function bundle(options) {
  const { metafile, outputFiles = [] } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: [...PACKAGES, ...PEERS],
    // The same code as modules: those written for Node are CommonJS, and ask for its modules by `require`.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    logLevel: 'warning',
    metafile: true,
    ...options,
    plugins: [lightParser, ...(options.plugins ?? [])],
  })
  const folders = Object.keys(metafile.inputs).flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  )
  return {
    taken: [...new Set(folders)].sort(),
    texts: outputFiles.map(({ text }) => text),
    outputs: metafile.outputs,
  }
}

/** Name, version and licence of each package, as their licences require. @throws Error for one without a licence */
export function licences(folders) {
  const parts = folders.map((folder) => {
    const place = join(root, folder)
    const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
    const file = readdirSync(place).find((one) => /^licen[cs]e/i.test(one))
    if (!file || !existsSync(join(place, file))) throw new Error(`${name} comes without its licence`)
    return `${name} ${version} (${license})\n\n${readFileSync(join(place, file), 'utf8').trim()}\n`
  })
  return `hefa contains parts of these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}
