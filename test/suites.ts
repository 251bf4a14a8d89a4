/** What `npm test` leaves to a name of its own, since it takes long: `npm run test:<name>`, and all of it in `.ci/run`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Name → files. Whatever stands in no list is part of `npm test`. */
export const LONG: Readonly<Record<string, readonly string[]>> = {
  attack: ['test/attack/**'],
  hostile: ['test/hostile/**'],
  browser: ['test/browser/**'],
  oracle: ['test/oracle/**'],
  fuzz: ['test/fuzz/**'],
  package: ['test/package/**'],
}

export const ALL = ['test/**/*.test.ts', 'rules/**/*.test.ts']

const root = join(import.meta.dirname, '..')

/** A replaced module would stay in a worker that others use too. */
export const MOCKING: readonly string[] = ['test', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(
      (file) => file.endsWith('.test.ts') && /\bvi\.mock\(/.test(readFileSync(join(root, file), 'utf8')),
    ),
)
