/** Functions that are neither called nor passed on: their code never runs. */

import { type CallExpr, type Expr, type Fn, functionsAround, type Module } from '../ir/types.js'
import { type Holder, RETURNED } from './holders.js'
import type { End, Lives } from './lives.js'
import { moduleOf } from './modules.js'
import type { Program } from './program.js'
import { CALLED, MADE, Uses } from './uses.js'
import type { Value } from './values.js'

const MAX_HOLDERS = 400_000
const MAX_DEPTH = 40
const CALLING = new Set([CALLED, MADE, 'call', 'apply', 'bind', 'constructor'])
const LOOSE: End = { isLoose: true, names: new Set(), results: [] }
const NOTHING: End = { isLoose: false, names: new Set(), results: [] }

/** Is it certain that nothing in the project calls a function or passes it to code that might? */
export function isDead(program: Program, fn: Fn): boolean {
  if (program.sites.has(fn)) return false
  program.lives ??= livesIn(program)
  const { lives } = program
  const known = lives.dead.get(fn)
  if (known !== undefined) return known
  const holder = lives.uses.holders.of(fn)
  const end = holder.to.length > 0 ? endOf(lives, holder, 0) : LOOSE
  const method = lives.uses.methods.get(fn)
  // Members of a function may be read without calling it: `Tunnel.CLOSED`.
  const isUnused = !end.isLoose && ![...end.names].some((name) => CALLING.has(name))
  const result = isUnused && (method === undefined || !program.isMentioned(method))
  lives.dead.set(fn, result)
  return result
}

function livesIn(program: Program): Lives {
  const { modules, importsByName, isBound } = program
  const resolve = (specifier: string, from: Module) => moduleOf(program, specifier, from)
  const uses = new Uses(modules.values(), resolve, importsByName, isBound)
  return { uses, dead: new Map(), ends: new Map(), left: MAX_HOLDERS }
}

function endOf(lives: Lives, holder: Holder, depth: number): End {
  const known = lives.ends.get(holder)
  if (known) return known
  if (depth > MAX_DEPTH) return LOOSE
  // Something that holds itself is out of sight until proven otherwise.
  lives.ends.set(holder, LOOSE)
  const end = followed(lives, holder, depth)
  lives.ends.set(holder, end)
  return end
}

function followed(lives: Lives, holder: Holder, depth: number): End {
  if (holder.isLoose) return LOOSE
  const names = new Set<string>()
  const seen = new Set([holder])
  let isReturned = false
  for (const at of seen) {
    if (at.isLoose || lives.left-- <= 0) return LOOSE
    for (const name of at.names) names.add(name)
    for (const { holder: next, name } of at.to) {
      if (name === null) seen.add(next)
      else if (name === RETURNED) {
        const results = resultsOf(lives, next, depth + 1)
        if (!results) return LOOSE
        for (const result of results) seen.add(result)
        isReturned = true
      }
      // Something that holds itself, such as a class's only instance, flows where its member flows.
      else if (next === holder) seen.add(lives.uses.holders.named(name))
      else {
        const above = endOf(lives, next, depth + 1)
        if (above.isLoose) return LOOSE
        if (above.names.has(name) || selfNames(lives).has(name)) seen.add(lives.uses.holders.named(name))
      }
    }
  }
  // What is made of a promise's answer isn't followed.
  if (isReturned && names.has('then')) return LOOSE
  const results = [...seen].flatMap(({ result }) => result ?? [])
  return names.size > 0 || results.length > 0 ? { isLoose: false, names, results } : NOTHING
}

/** What holds what the calls of a function give; null if others may call it. */
function resultsOf(lives: Lives, fn: Holder, depth: number): readonly Holder[] | null {
  const { isLoose, names, results } = endOf(lives, fn, depth)
  return isLoose || [...names].some((name) => name !== CALLED && CALLING.has(name)) ? null : results
}

/** Names read from `this`, or from a variable that holds it, anywhere. */
function selfNames({ uses, ends }: Lives): ReadonlySet<string> {
  const known = ends.get(uses.anySelf)
  if (known) return known.names
  const names = new Set<string>()
  const seen = new Set([uses.anySelf])
  for (const at of seen) {
    for (const name of at.names) names.add(name)
    for (const { holder, name } of at.to) if (name === null) seen.add(holder)
  }
  ends.set(uses.anySelf, { isLoose: false, names, results: [] })
  return names
}

/** Does the call itself contain its path? Then it is a call, whoever calls the enclosing function. */
export function namesPath({ args, fn }: CallExpr): boolean {
  return args.some((arg) => {
    const parts = arg.k === 'obj' ? arg.props.map(({ value }) => value) : [arg]
    return parts.some((part) => holdsPath(part, fn, 0))
  })
}

function holdsPath(expr: Expr, fn: Fn | null, depth: number): boolean {
  if (depth > 6) return false
  const holds = (part: Expr) => holdsPath(part, fn, depth + 1)
  switch (expr.k) {
    case 'text':
      return /^(?!application\/)[^\s]*\//.test(expr.text)
    case 'cat':
      return expr.parts.some(holds)
    case 'cond':
      return holds(expr.yes) || holds(expr.no)
    case 'either':
      return holds(expr.left) || holds(expr.right)
    case 'ref':
      return fn !== null && expr.binding.fn === fn && expr.binding.values.some(({ value }) => holds(value))
    default:
      return false
  }
}

/** Is a value assigned only by a function that is never called? */
export function isNeverGiven(value: Value, by: Fn | null): boolean {
  const never = (value.k === 'unknown' || value.k === 'text') && value.hole?.never
  return never ? functionsAround(by).includes(never) : false
}
