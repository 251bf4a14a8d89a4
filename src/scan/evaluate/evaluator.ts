/** Puts the parts of the evaluation together. */
import { fold } from './fold.js'
import { callFunction } from './invoke.js'
import { memberOf, membersOf } from './members.js'
import { newProgram, type Program } from './program.js'
import type { Steered } from './steered.js'
import { written } from './written.js'

const FOLDING = { fold, memberOf, membersOf, callFunction, written }

/** A project's scripts, ready for evaluating their expressions. */
export const openProgram = (
  modules: Program['modules'],
  resolve: Program['resolve'],
  constants: Program['constants'],
  steered: Steered,
): Program => newProgram(FOLDING, modules, resolve, constants, steered)
