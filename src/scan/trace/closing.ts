/** Calls that close a socket with a reason: they have no URL and matter only for the reason. */

import type { CallFact } from '../../facts/project.js'
import { fold } from '../evaluate/folding.js'
import { vendored } from '../evaluate/modules.js'
import { cheaply, type Program } from '../evaluate/program.js'
import type { CallExpr } from '../ir/types.js'
import { placeOf } from '../lines.js'
import { closeReasons } from './options.js'

const STEPS = 500

/** `wx.closeSocket({ reason })` and `task.close({ reason })`, where the reason is known. */
export function closingCalls(program: Program): CallFact[] {
  return [...program.modules.values()]
    .filter((module) => !vendored(module))
    .flatMap(({ calls }) => calls.flatMap((call) => closingOf(program, call)))
}

/** Nothing else takes an object with a reason: browser sockets take code and reason as separate arguments. */
function closingOf(program: Program, call: CallExpr): CallFact[] {
  const { callee, args } = call
  if (callee.k !== 'member' || (callee.name !== 'closeSocket' && callee.name !== 'close')) return []
  const [given] = args
  if (!given) return []
  const options = cheaply(program, STEPS, () =>
    fold(program, given, null).flatMap((value) => closeReasons(program, value)),
  )
  if (options.length === 0) return []
  const place = placeOf(call.module, call.pos)
  const about = { place, callee: callee.name, api: 'connectSocket' as const, families: [] }
  return [{ ...about, urls: [], undetermined: null, methods: [], options, headers: [] }]
}
