/** Keeps V8's compiled code between runs where Node supports it: 22.8 and later. */
import { lstatSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Node's own variables take precedence: NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 turns it
 * off.
 */
export function keepCompiledCode(env: Env): void {
  const { enableCompileCache: enable } = module as { enableCompileCache?: (folder: string) => unknown }
  if (!enable || env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return
  const named = cacheFolder(env)
  const folder = named === null ? null : ownFolder(named)
  if (folder !== null) enable(folder)
}

/** Null for a user without a home directory: neither HOME nor an entry in /etc/passwd, as in minimal containers. */
export function cacheFolder({ XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' }: Env): string | null {
  if (process.platform === 'win32' && isAbsolute(local)) return join(local, 'hefa', 'compiled')
  if (isAbsolute(xdg)) return join(xdg, 'hefa', 'compiled')
  try {
    return join(homedir(), '.cache', 'hefa', 'compiled')
  } catch {
    return null
  }
}

/** Write permission for others: what they put there would be executed. */
const OTHERS_WRITE = 0o022

/** The folder, created if missing; null if it isn't private to this user, or can't be created. */
export function ownFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Anyone who can write to a folder can replace what is in it.
    const above = dirname(folder)
    return [folder, above, dirname(above)].every(isOwn) ? folder : null
  } catch {
    return null
  }
}

function isOwn(folder: string): boolean {
  const found = lstatSync(folder)
  const user = process.getuid?.()
  // Windows protects home directories in other ways.
  return (
    found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & OTHERS_WRITE) === 0))
  )
}
