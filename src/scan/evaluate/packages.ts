/** What an import of a known package gives. */
import { knownImport, memberPath } from '../frameworks/index.js'
import { clientMember, ownClient } from './clients.js'
import type { Program } from './program.js'
import { unknown, type Value } from './values.js'

/** Null for a package that must be looked for. */
export function packageValue(program: Program, specifier: string, name: string): Value[] | null {
  const known = knownImport(specifier)
  if (!known) return null
  if ('path' in known) {
    const path = isWhole(name) ? known.path : memberPath(known.path, name)
    return program.constants.get(path) ?? [{ k: 'native', path }]
  }
  return clientValue(program, known.client, name)
}

/** What an import of a library's client gives. */
export function clientValue(program: Program, library: string, name: string): Value[] {
  const client = ownClient(library)
  return isWhole(name) ? [client] : clientMember(program, client, name)
}

const isWhole = (name: string) => name === '*' || name === 'default' || name === 'require'

const MAX_PATH = 120

/** What calling it gives: of a library that asks servers what is its own too, as `new THREE.FileLoader()` is. */
export function givenByPackage(callee: Extract<Value, { k: 'package' }>): Value {
  const path = `${callee.path}()`
  return callee.library !== undefined && path.length <= MAX_PATH ? { ...callee, path } : unknown('import')
}
