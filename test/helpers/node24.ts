/** A Node with OpenSSL 3.5 or later, whose TLS server knows X25519MLKEM768. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { skipped } from './tools.js'

const CACHE = join(import.meta.dirname, '../../.cache/nodes')

/** Its path: this one, or where `npm run test:nodes` keeps it; null, after a line that says what is skipped. */
export function node24(): string | null {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const versions = existsSync(CACHE) ? readdirSync(CACHE) : []
  const found = versions
    .filter((name) => /^2[4-9]\.\d+\.\d+$/.test(name))
    .map((name) => join(CACHE, name, 'bin/node'))
    .find(existsSync)
  if (found === undefined) skipped('hybrid key shares need Node 24, which `npm run test:nodes` fetches')
  return found ?? null
}
