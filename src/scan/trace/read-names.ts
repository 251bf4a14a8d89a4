/** Where a URL that could not be followed is taken from, as far as its own script says: the names of members. */
import { alternativesOf, partsOf } from '../evaluate/use-forms.js'
import { type CallExpr, type Expr, variableOf } from '../ir/types.js'

/** Of these many things have one: the name alone says nothing. */
const COMMON =
  /^(?:ur[il]|href|src|link|path|value|default|data|name|key|text|content|homepage|website|repository|prototype|exports)$/i
/** Where a call's options hold its URL. */
const URL_KEYS = new Set(['url', 'uri', 'baseURL', 'baseUrl', 'address', 'host'])
/** A URL is put together in few steps. */
const MOST_STEPS = 200

/** `request({ url: options.lbsUrl + '?k=' + key })` → lbsUrl, with what the calls that lead there pass on. */
export function namesRead(call: CallExpr, through: readonly CallExpr[]): Set<string> {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  const left: Expr[] = [call, ...through].flatMap(({ args }) => args.flatMap(urlIn))
  for (let expr = left.pop(); expr && seen.size < MOST_STEPS; expr = left.pop()) {
    if (seen.has(expr)) continue
    seen.add(expr)
    if (expr.k === 'member' && typeof expr.name === 'string' && !COMMON.test(expr.name)) names.add(expr.name)
    left.push(...madeOf(expr))
  }
  return names
}

const urlIn = (arg: Expr): Expr[] =>
  arg.k === 'obj'
    ? arg.props.flatMap(({ key, value }) => (typeof key === 'string' && URL_KEYS.has(key) ? [value] : []))
    : [arg]

function madeOf(expr: Expr): readonly Expr[] {
  switch (expr.k) {
    case 'ref':
      return variableOf(expr.binding).values.map(({ value }) => value)
    case 'call':
      return [...(expr.callee.k === 'member' ? [expr.callee.object] : []), ...expr.args]
    case 'cond':
    case 'either':
    case 'default':
      return alternativesOf(expr)
    case 'binary':
      return [expr.left, expr.right]
    case 'await':
      return [expr.value]
    default:
      return partsOf(expr)
  }
}
