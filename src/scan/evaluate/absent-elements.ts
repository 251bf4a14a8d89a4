/** Elements of components whose package isn't there, as calls: `<acme-uploader :url="url">` sends files to that address. */

import type { CallExpr, Expr, Module, ObjExpr, ShownExpr } from '../ir/types.js'

/** No package has such a name. */
const ELEMENT = '<>'

const SENDS = /upload/i
/** As component libraries name what files are sent to. */
const ADDRESS = /^(?:url|action|(?:server|upload|action)[-_]?(?:url|api|action))$/i

/** Null if nothing says that it uploads. */
export function elementCall(
  module: Module,
  { of, given, fn = null, guard = null }: ShownExpr,
): CallExpr | null {
  const name = typeof of === 'string' ? of : nameOf(of)
  const [first] = addressesIn(given)
  if (name === null || !SENDS.test(name) || !first) return null
  const callee: Expr = { k: 'import', specifier: ELEMENT, from: module, name }
  return { k: 'call', callee, args: [given], isNew: false, module, fn, guard, pos: first.pos }
}

const addressesIn = ({ props }: ObjExpr) =>
  props.filter(({ key }) => typeof key === 'string' && ADDRESS.test(key))

function nameOf(of: Expr): string | null {
  if (of.k === 'import') return of.name
  if (of.k === 'member') return typeof of.name === 'string' ? of.name : null
  return of.k === 'ref' ? of.binding.name : null
}

export const isElement = ({ name }: { name: string }): boolean => name === ELEMENT

export const isElementsAddress = (key: string): boolean => ADDRESS.test(key)
