/** Variables and functions of which nothing is known yet. */

import { word } from '../words.js'
import type { Binding, Fn, Guarded, Module } from './types.js'

/** A variable that nothing is known of yet, with all its fields: what is put on later takes room of its own. */
export function newBinding(name: string, fn: Fn | null, loop: number, hoisted: boolean): Binding {
  return {
    name: word(name),
    values: NO_VALUES,
    fn,
    loop,
    shared: false,
    hoisted,
    used: false,
    whole: null,
    references: 0,
    slot: 0,
  }
}

const NO_VALUES: readonly Guarded[] = []

/** A function without return values yet. */
export function newFn(
  module: Module,
  parent: Fn | null,
  owner: Fn['owner'],
  arrow: boolean,
  pos: number,
): Fn {
  return { module, parent, arrow, owner, returns: NO_VALUES, params: NO_PARAMETERS, pos, slot: 0 }
}

const NO_PARAMETERS: readonly Binding[] = []
