/** What an import of a known package gives. */
import { knownImport, memberPath } from '../frameworks/index.js'
import { clientMember, ownClient } from './clients.js'
import type { Program } from './program.js'
import type { Value } from './values.js'

/** Null for a package that must be looked for. */
export function packageValue(program: Program, specifier: string, name: string): Value[] | null {
  const known = knownImport(specifier)
  if (!known) return null
  const isWhole = name === '*' || name === 'default' || name === 'require'
  if ('path' in known) return [{ k: 'native', path: isWhole ? known.path : memberPath(known.path, name) }]
  const client = ownClient(known.client)
  return isWhole ? [client] : clientMember(program, client, name)
}
