/** Functions passed to a library to carry out its requests: those are reported where the library is called. */

import { clientOf, shapeOf } from '../evaluate/clients.js'
import { fold, memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { targetsOf } from '../evaluate/targets.js'
import type { Value } from '../evaluate/values.js'
import { FRAMEWORKS } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { claim } from './entered.js'

const NAMES = new Set(
  FRAMEWORKS.flatMap(({ clients = [] }) => clients.flatMap(({ carriers = [] }) => carriers)),
)

/** `axios.create({ adapter })`, `new HttpLink({ uri, fetch })`. */
export function carriedBy(program: Program, callee: Value, call: CallExpr): void {
  const client = callee.k === 'method' ? clientOf(program, callee.of) : clientOf(program, callee)
  const { carriers = [] } = client ? shapeOf(client) : {}
  if (carriers.length === 0) return
  for (const given of call.args.flatMap((arg) => fold(program, arg, null))) {
    if (given.k === 'object') for (const name of carriers) claim(program, memberOf(program, given, name))
  }
}

/** `axios.defaults.adapter = …` */
export function carriersPut(program: Program): void {
  for (const name of NAMES) {
    for (const write of program.writes.get(name) ?? []) {
      const isOf = targetsOf(program, write).some((target) => {
        const client = target.k === 'settings' ? target.of : clientOf(program, target)
        return client !== null && shapeOf(client).carriers?.includes(name)
      })
      if (isOf) claim(program, fold(program, write.value, null))
    }
  }
}
