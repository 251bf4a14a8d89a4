/** Functions that a framework calls with a member's value whenever that changes. */

import type { CallExpr, Expr, Fn } from './types.js'

/** `watch: { url(value) { … } }` of Vue, `observers: { 'url, info.id': function (url, id) { … } }` of native components. */
export function watchers(section: string, value: Expr): void {
  if (value.k !== 'obj') return
  for (const { key, value: watcher } of value.props) {
    if (typeof key !== 'string') continue
    if (section === 'watch') for (const fn of handlersIn(watcher)) given(fn, [key], [])
    else if (section === 'observers')
      for (const fn of handlersIn(watcher)) given(fn, key.split(','), ['data'])
    else if (section === 'properties')
      for (const fn of memberOf(watcher, 'observer')) given(fn, [key], ['data'])
  }
}

/** `watch(() => props.url, (url) => …)` and `watch(url, …)`, where `url` is a ref. */
export function watched({ callee, args: [source, handler], module, fn, guard, pos }: CallExpr): void {
  const called = callee.k === 'ref' ? callee.binding.values[0]?.value : callee
  const isWatch = (called?.k === 'import' || called?.k === 'global') && called.name === 'watch'
  if (!isWatch || handler?.k !== 'fn' || !source || source.k === 'array') return
  const made = { k: 'call', isNew: false, module, fn, guard, pos } as const
  const unref: Expr = { k: 'import', specifier: 'vue', from: module, name: 'unref' }
  handler.fn.folds ??= [
    source.k === 'fn' ? { ...made, callee: source, args: [] } : { ...made, callee: unref, args: [source] },
  ]
}

/** A handler, or several; alone, or with settings. */
function handlersIn(watcher: Expr): Fn[] {
  if (watcher.k === 'array') return watcher.items.flatMap(({ value }) => handlersIn(value))
  return watcher.k === 'fn' ? [watcher.fn] : memberOf(watcher, 'handler')
}

const memberOf = (object: Expr, name: string): Fn[] =>
  object.k === 'obj'
    ? object.props.flatMap(({ key, value }) => (key === name && value.k === 'fn' ? [value.fn] : []))
    : []

/** Its parameters are those members of the component; `**` stands for whatever is in one. */
function given(fn: Fn, names: readonly string[], within: readonly string[]): void {
  fn.folds ??= names.map((path) => {
    const keys = path
      .trim()
      .replace(/\.?\*\*$/, '')
      .split('.')
    return [...within, ...keys].reduce<Expr>((object, name) => ({ k: 'member', object, name }), {
      k: 'this',
      fn,
    })
  })
}
