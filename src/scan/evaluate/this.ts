/** `this` and `super`. */

import { type Fn, thisFunction } from '../ir/types.js'
import { isRepeated } from './alike.js'
import { fold } from './folding.js'
import type { Program } from './program.js'
import { outOfSection } from './sections.js'
import { type Env, unknown, type Value } from './values.js'

export function thisValue(program: Program, fn: Fn | null, env: Env | null): Value[] {
  const own = thisFunction(fn)
  if (!own) return [unknown('computed')]
  const { owner } = own
  for (let at = env; at; at = at.up)
    if (at.fn === own && at.self && !(owner && isOpen(at.self))) return [at.self]
  const selves = program.selves.get(own)
  if (selves) return [...selves]
  if (!owner) return [{ k: 'instance', of: own, args: null, env: null }]
  if (owner.k === 'static') return [{ k: 'class', expr: owner.of, env }]
  if (owner.k === 'made') return fold(program, owner.by, env).map(instanceOf)
  return owner.k === 'class'
    ? [{ k: 'instance', of: owner, args: null, env: null }]
    : [{ k: 'object', expr: outOfSection(owner), env, shared: true }]
}

/** Objects that one function is called on. */
const MAX_SELVES = 8

/** `App({ send: require('./send') })`: a function that is written in no object is called on those that hold it. */
export function noteSelf({ selves }: Program, { fn, self }: Extract<Value, { k: 'function' }>): void {
  if (!self || fn.owner || isOpen(self)) return
  const known = selves.get(fn) ?? []
  if (known.length < MAX_SELVES && !isRepeated(known, self, known.length)) selves.set(fn, [...known, self])
}

/** The `this` of a function that belongs to nothing: `return function () { fn.apply(this, arguments) }`. */
function isOpen(self: Value): boolean {
  return self.k === 'instance' && self.args === null && !('k' in self.of) && !self.of.owner
}

function instanceOf(made: Value): Value {
  if (made.k !== 'function' && made.k !== 'class') return unknown('computed')
  return { k: 'instance', of: made.k === 'class' ? made.expr : made.fn, args: null, env: made.env }
}

/** `super` as an object: the parent's members on the same `this`. */
export function superValue(program: Program, fn: Fn | null, env: Env | null): Value[] {
  const owner = thisFunction(fn)?.owner
  if (owner?.k === 'static' && owner.of.parent) return fold(program, owner.of.parent, env)
  if (owner?.k !== 'class' || !owner.parent) return [unknown('computed')]
  return fold(program, owner.parent, env).map((value) =>
    value.k === 'class' ? { k: 'prototype', of: value.expr } : value,
  )
}
