/** mobx-miniprogram-bindings: fields of a store in a component's data, and its actions among the methods. */

import type { State } from './scope.js'
import type { Expr, ObjExpr } from './types.js'

/** `createStoreBindings(this, { store, fields, actions })` */
export function bindsStore(state: State, callee: Expr, [component, options]: readonly Expr[]): void {
  if (component && options && nameOf(callee) === 'createStoreBindings') bind(state, component, options)
}

function nameOf(callee: Expr): string | null {
  if (callee.k === 'ref') return callee.binding.name
  return callee.k === 'member' && typeof callee.name === 'string' ? callee.name : null
}

/** `storeBindings: { store, fields, actions }` of a component, or a list of them. */
export function boundIn(state: State, component: ObjExpr): void {
  const options = component.props.find(({ key }) => key === 'storeBindings')
  if (!options) return
  if (!component.props.some(({ key }) => key === 'data')) {
    const parent = { object: component, key: 'data' }
    const data: ObjExpr = { k: 'obj', props: [], module: state.module, parent, slot: 0 }
    component.props.push({ key: 'data', value: data, pos: options.pos })
  }
  bind(state, component, options.value)
}

function bind(state: State, component: Expr, options: Expr): void {
  if (options.k === 'array') for (const { value } of options.items) bind(state, component, value)
  if (options.k !== 'obj') return
  const of = (name: string) => options.props.find(({ key }) => key === name)?.value
  const store = of('store')
  if (!store) return
  put(state, { k: 'member', object: component, name: 'data' }, store, of('fields'))
  put(state, component, store, of('actions'))
}

/** Of `['base']`, `{ base: 'url' }` and `{ base: (store) => store.url }` each name is one of the component's. */
function put(state: State, object: Expr, store: Expr, names: Expr | undefined): void {
  const { module, fn, guard } = state
  const write = (name: string, value: Expr) => module.writes.push({ object, name, value, fn, guard })
  const read = (name: string): Expr => ({ k: 'member', object: store, name })
  if (names?.k === 'array')
    for (const { value } of names.items) if (value.k === 'text') write(value.text, read(value.text))
  for (const { key, value, pos } of names?.k === 'obj' ? names.props : []) {
    if (typeof key !== 'string') continue
    if (value.k === 'text') write(key, read(value.text))
    else if (value.k === 'fn')
      write(key, { k: 'call', callee: value, args: [store], isNew: false, module, fn, guard, pos })
  }
}
