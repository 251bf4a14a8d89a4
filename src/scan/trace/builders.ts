/**
 * Requests that are put together by methods that give back what they are of: `request().url('/a').method('POST').send()`.
 * What `send` asks for is given to another method, whose callers are told apart like those of a wrapper.
 */

import type { Given, Program, Site } from '../evaluate/program.js'
import type { Arg, Env } from '../evaluate/values.js'
import type { CallExpr, Expr, Fn, MemberWrite } from '../ir/types.js'

const known = new WeakMap<Program, Set<Fn>>()

/** The methods that keep what they are given and give back their `this`. */
export function buildersIn(program: Program): Set<Fn> {
  const found = known.get(program)
  if (found) return found
  const builders = new Set<Fn>()
  for (const module of program.modules.values())
    for (const { fn, value } of module.writes)
      if (fn && isBuilder(fn) && keepsGiven(value, fn)) builders.add(fn)
  known.set(program, builders)
  return builders
}

const isBuilder = ({ returns, params }: Fn) =>
  params.length > 0 && returns.length > 0 && returns.every(({ value }) => value.k === 'this')

function keepsGiven(value: MemberWrite['value'], fn: Fn): boolean {
  if (value.k === 'param') return value.fn === fn
  if (value.k === 'either') return keepsGiven(value.left, fn) || keepsGiven(value.right, fn)
  if (value.k === 'cat') return value.parts.some((one) => keepsGiven(one, fn))
  return value.k === 'ref' && fn.params.includes(value.binding)
}

/** Works something out with the parameters of builders open, or given; what is kept elsewhere knows nothing of that. */
export function apart<T>(program: Program, pinned: Program['pinned'], work: () => T): T {
  const { known: all, given, pinned: outer } = program
  const kept = pinned ? fresh() : keptFor(program)
  Object.assign(program, { ...kept, pinned })
  try {
    return work()
  } finally {
    Object.assign(program, { known: all, given, pinned: outer })
  }
}

type Kept = Pick<Program, 'known' | 'given'>
const fresh = (): Kept => ({ known: new Map(), given: new Map() })
const opened = new WeakMap<Program, Kept>()

function keptFor(program: Program): Kept {
  const found = opened.get(program) ?? fresh()
  opened.set(program, found)
  return found
}

/** What the methods of one chain were given, each in the call of it that stands there. */
export function givenInChain(program: Program, { call }: Site, env: Env | null): Map<Fn, Arg[]> {
  const given: Given = new Map()
  const links = linksOf(call)
  for (const fn of buildersIn(program))
    for (const { call: other, args } of program.sites.get(fn) ?? [])
      if (links.includes(other) || linksOf(other).includes(call))
        given.set(
          fn,
          args.map((expr) => ({ expr, env })),
        )
  return given
}

/** A call and those it is a link behind: of `a().b().c()` all three. */
function linksOf(call: CallExpr): CallExpr[] {
  const links: CallExpr[] = []
  for (let at: Expr = call; at.k === 'call'; at = at.callee.object) {
    links.push(at)
    if (at.callee.k !== 'member') break
  }
  return links
}
