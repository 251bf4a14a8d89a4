/** TypeScript modules: Node reads them from 22.18 on; before that esbuild does, if installed. */
import { createRequire, register } from 'node:module'
import { pathToFileURL } from 'node:url'

const TYPESCRIPT = /\.[cm]?ts$/i

/**
 * Called before the import.
 * @throws Error if they can't be read
 */
export async function readTypeScript(places: readonly string[]): Promise<void> {
  const first = places.find((place) => TYPESCRIPT.test(place))
  const { typescript } = process.features as { typescript?: unknown }
  if (first === undefined || typescript) return
  register(hooksFor(pathToFileURL(esbuildFor(first)).href))
}

/** The project's own comes first, since that is what these files were tested with. */
function esbuildFor(place: string): string {
  for (const from of [place, import.meta.url]) {
    try {
      return createRequire(from).resolve('esbuild')
    } catch {
      // Try the other one.
    }
  }
  throw new Error(
    `Node ${process.versions.node} reads no TypeScript: take Node 22.18 or later, install esbuild, or write JavaScript (.mjs)`,
  )
}

/** Runs in Node's thread for loading; all it needs stands in its text. */
function hooksFor(esbuild: string): string {
  const code = `
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import esbuild from ${JSON.stringify(esbuild)}
export async function load(url, context, next) {
  if (!${String(TYPESCRIPT)}.test(url)) return next(url, context)
  const text = await readFile(fileURLToPath(url), 'utf8')
  const { code } = await esbuild.transform(text, { loader: 'ts', format: 'esm', target: 'node20' })
  return { format: 'module', source: code, shortCircuit: true }
}`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
