import { readFileSync } from 'node:fs'

/** The package's own version, from its package.json. */
export function version(): string {
  // dist/index.js or one of dist/parts/ and dist/cli/ when built, src/version.ts in tests.
  for (const up of ['../../package.json', '../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))
      if (name === 'hefa') return version
    } catch {
      // The other place, then.
    }
  }
  return '0.0.0'
}
