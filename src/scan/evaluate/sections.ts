/** What tells the options of a page, a component or a Vue component, and which part of them an object is. */

import type { Expr, ObjExpr, Property } from '../ir/types.js'

/** Sections of a component's options whose functions have the component as `this`. */
const SECTIONS = new Set([
  'methods',
  'computed',
  'watch',
  'lifetimes',
  'pageLifetimes',
  'observers',
  'filters',
])
const MARKS = new Set([
  'methods',
  'data',
  'computed',
  'props',
  'properties',
  'lifetimes',
  'onLoad',
  'onLaunch',
  'globalData',
  'mixins',
  'behaviors',
  'onShow',
  'onReady',
  'attached',
  'ready',
  'setup',
  'components',
  'state',
  'created',
  'mounted',
])

/** The options object that a section belongs to; the object itself if it isn't a section. */
export function rootObject(expr: ObjExpr): ObjExpr {
  let at = expr
  while (at.parent && isPart(at.parent)) at = at.parent.object
  return at
}

/** Sections whose entries may be objects of functions: `watch: { id: { handler() {…} } }`, `computed: { name: { get() {…} } }`. */
const OF_OBJECTS = new Set(['watch', 'computed'])

const isPart = ({ key, object }: NonNullable<ObjExpr['parent']>): boolean =>
  SECTIONS.has(key) || OF_OBJECTS.has(object.parent?.key ?? '')

/** What `this` is in a section whose entries it doesn't have: `watch: { base() { this.base } }` means the component's; so does a property's `observer`. */
export function outOfSection(expr: ObjExpr): ObjExpr {
  const root = rootObject(expr)
  if (hasMarks(root) && isListening(expr)) return root
  const declared = expr.parent?.object.parent
  return declared?.key === 'properties' && hasMarks(declared.object) ? declared.object : expr
}

const LISTENING = new Set(['watch', 'observers', 'lifetimes', 'pageLifetimes'])

function isListening({ parent }: ObjExpr): boolean {
  const [at, above] = [parent?.key ?? '', parent?.object.parent?.key ?? '']
  return LISTENING.has(at) || (above === 'watch' && !SECTIONS.has(at))
}

export function hasMarks(expr: ObjExpr): boolean {
  let hasData = false
  for (const { key } of expr.props) {
    if (typeof key !== 'string' || !MARKS.has(key)) continue
    if (key !== 'data') return true
    hasData = true
  }
  return hasData && !isRequests(expr)
}

/** `{ url, data: body }` and `{ path, data: body }` are settings of a request, and so is what is given data later: `options.data = …`. */
function isRequests({ props, renews }: ObjExpr): boolean {
  if (renews || props.some(({ key }) => key === 'url')) return true
  return (props.length > 1 || isPutTogether(props[0]?.value)) && props.every(isSetting)
}

const isSetting = ({ key, value }: Property): boolean => typeof key === 'string' && value.k !== 'fn'

/** `{ data: form }`, `{ data: { ...form, id } }`: what a page begins with is written out. */
const isPutTogether = (data: Expr | undefined): boolean =>
  data?.k === 'obj' ? data.props.some(({ key }) => key === null) : true

/** Is the object the options of a page, a component or an app, or a part of them? */
export function isComponent(expr: ObjExpr): boolean {
  for (let at: ObjExpr | undefined = expr; at; at = at.parent?.object) if (hasMarks(at)) return true
  return false
}
