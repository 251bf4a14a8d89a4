/** URLs whose scheme and host are concatenated, whether or not a call is seen to use them. */

import type { Place } from '../../facts/project.js'
import { fold } from '../evaluate/folding.js'
import { vendored } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import { urlsOf } from '../evaluate/urls.js'

/** For one text, and for a whole project. */
const STEPS = 2_000
const ALL_STEPS = 1_000_000

/** All calls must be known. */
export function joinedIn(program: Program): { url: string; place: Place }[] {
  const found: { url: string; place: Place }[] = []
  let left = ALL_STEPS
  program.open = new Set()
  for (const module of program.modules.values()) {
    if (vendored(module)) continue
    for (const expr of module.joins) {
      if (left <= 0) return found
      program.steps = STEPS
      for (const { text, place } of urlsOf(fold(program, expr, null)).urls) found.push({ url: text, place })
      left -= STEPS - program.steps
    }
  }
  return found
}
