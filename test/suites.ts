/** What `npm test` leaves to a name of its own, since it takes long: `npm run test:<name>`, and all of it in `.ci/run`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const FILES: readonly string[] = ['test', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts')),
)
const filesWith = (pattern: RegExp): string[] =>
  FILES.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))

/** Name → folders or files. */
export const LONG: Readonly<Record<string, readonly string[]>> = {
  attack: ['test/attack'],
  browser: ['test/browser'],
  // With a Redis of its own; a dead worker is missed after some seconds only.
  fleet: ['test/fleet'],
  fuzz: ['test/fuzz'],
  hostile: ['test/hostile'],
  oracle: ['test/oracle'],
  package: ['test/package'],
  // Runs the tests of all rules once more.
  reasons: ['test/meta/produced.test.ts'],
}
const isIn = (file: string) => (place: string) => file === place || file.startsWith(`${place}/`)
export const filesOf = (suite: string): string[] => FILES.filter((file) => LONG[suite]?.some(isIn(file)))

/** A replaced module would stay in a worker that others use too. */
export const MOCKING = filesWith(/\bvi\.mock\(/)

/** Whatever stands in no other suite. */
export const SHARED = FILES.filter(
  (file) => !MOCKING.includes(file) && !Object.values(LONG).flat().some(isIn(file)),
)

/** Run once more as often as they can bear, in the suite that has time. */
export const THOROUGH = filesWith(/\/thorough\.js'/)
