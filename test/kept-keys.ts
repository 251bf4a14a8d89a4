/** RSA keys of test servers, kept from run to run: making one takes up to a second, and no test depends on a new one. */
import { createPrivateKey } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rsaKeys } from '../src/demo/keys.js'

const FOLDER = join(import.meta.dirname, '../node_modules/.cache/hefa-test-keys')
const known = new Set<string>()

/** A file is named by kind and label. */
const fileOf = (slot: string): string => `${Buffer.from(slot).toString('hex')}.pem`
const slotOf = (file: string): string => Buffer.from(file.replace(/\.pem$/, ''), 'hex').toString()

/** Once for each worker. */
export function takeKeys(): void {
  if (known.size > 0) return
  mkdirSync(FOLDER, { recursive: true })
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.pem'))) {
    known.add(slotOf(file))
    rsaKeys.set(slotOf(file), createPrivateKey(readFileSync(join(FOLDER, file))))
  }
}

/** Keeps those made since; of two workers that made the same one, either's will do. */
export function keepKeys(): void {
  for (const [slot, key] of rsaKeys) {
    if (known.has(slot)) continue
    known.add(slot)
    const pem = key.export({ type: 'pkcs8', format: 'pem' })
    const part = join(FOLDER, `${process.pid}-${known.size}.part`)
    writeFileSync(part, pem, { mode: 0o600 })
    renameSync(part, join(FOLDER, fileOf(slot)))
  }
}
