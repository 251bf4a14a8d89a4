import { existsSync } from 'node:fs'

/**
 * Where the build put a script that runs in a thread of its own. Parts of the build lie in different folders of `dist`,
 * and tests run from `src`.
 * @param name within `dist`, for example `scan/worker.js`
 * @returns null where there is no build
 */
export function workerFile(name: string): URL | null {
  const places = [`./${name}`, `../${name}`, `../dist/${name}`, `../../dist/${name}`, `../../../dist/${name}`]
  const urls = places.map((place) => new URL(place, import.meta.url))
  return urls.find((url) => existsSync(url)) ?? null
}
