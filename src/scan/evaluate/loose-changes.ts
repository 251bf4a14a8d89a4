/** Changes by computed names and `Object.assign`: what they change is worked out once, for every member. */

import { putTo } from '../../grouping.js'
import { isPlatform } from '../frameworks/index.js'
import type { Fn, LooseWrite } from '../ir/types.js'
import { fold } from './folding.js'
import { identityOf } from './identity.js'
import { passedTo } from './passed.js'
import type { LooseChange, Program, Site } from './program.js'
import { LOOSE_STEPS, targetsOf } from './targets.js'
import { type Arg, type Env, newEnv, type Value } from './values.js'

/** Sorts the changes by what they change; all calls must be known. */
export function indexLooseWrites(program: Program): void {
  const index: NonNullable<Program['looseWrites']> = new Map()
  for (const module of program.modules.values()) {
    for (const write of module.looseWrites) {
      program.steps = LOOSE_STEPS
      for (const target of targetsOf(program, write)) {
        putTo(index, identityOf(target), { write, target })
        if (target.k !== 'unknown' || target.hole.owners.length === 0) continue
        fills(program, write)
        const passed = write.key === null ? passedTo(program, write) : []
        const changes = [...ofCallers(program, write, target.hole.owners), ...passed]
        for (const change of changes) putTo(index, identityOf(change.target), { write, ...change })
      }
    }
  }
  program.looseWrites = index
}

/** Of more callers, and of merged options, those that give a platform's object; of others only that they fill something. */
const MOST_CALLERS = 20
const FURTHEST_CALLER = 3

/** `copyAll(wx, wxp)`, where the function sets `to[name] = from[name]`: what each caller's object gets. */
function ofCallers(
  program: Program,
  write: LooseWrite,
  owners: readonly Fn[],
  around: Env | null = null,
  depth = 0,
): LooseChange[] {
  return owners.flatMap((owner) => {
    if (owner.role || isWithin(around, owner)) return []
    const all = program.sites.get(owner) ?? []
    const sites =
      write.key === null || all.length > MOST_CALLERS
        ? all.filter((site) => isGivenPlatform(program, site))
        : all
    return sites.flatMap(({ args }) => {
      const given = args.map((expr): Arg => ({ expr, env: null }))
      const env = newEnv(owner, given, null, around)
      program.steps = LOOSE_STEPS
      return fold(program, write.object, env).flatMap((target): LooseChange[] => {
        if (target.k !== 'unknown') return [{ write, target, env }]
        return depth < FURTHEST_CALLER ? ofCallers(program, write, target.hole.owners, env, depth + 1) : []
      })
    })
  })
}

const isGivenPlatform = (program: Program, { args }: Site): boolean =>
  args.some(
    (arg) =>
      (arg.k === 'global' || arg.k === 'ref' || arg.k === 'import') &&
      fold(program, arg, null).some((one) => one.k === 'native' && isPlatform(one.path)),
  )

function isWithin(env: Env | null, fn: Fn): boolean {
  for (let at = env; at; at = at.up) if (at.fn === fn) return true
  return false
}

/** A parameter's members are changed: of whatever any caller gives. */
function fills(program: Program, write: LooseWrite): void {
  const { open } = program
  program.open = new Set()
  for (const value of fold(program, write.object, null)) {
    const key = identityOf(value)
    if (typeof key === 'object') program.filled.add(key)
  }
  program.open = open
}

/** May a function that it was given to have changed it under names that aren't written out? */
export const isFilled = (program: Program, object: Value): boolean => program.filled.has(identityOf(object))

/** Possible changes of this object by a computed name or `Object.assign`; `isSameObject` then compares exactly. */
export const looseChangesTo = (program: Program, object: Value): readonly LooseChange[] =>
  program.looseWrites?.get(identityOf(object)) ?? []
