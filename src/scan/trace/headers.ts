/** Methods and headers among the options of a call. */

import type { CallFact } from '../../facts/project.js'
import { fold, memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { placeOf } from '../lines.js'

/** Complete strings, each with its position. */
export function textsOf(values: Value[]): CallFact['methods'] {
  return flat(values, (value) => {
    const mark = value.k === 'text' ? value.marks[0] : undefined
    if (value.k !== 'text' || value.hole || value.text === '' || !mark) return []
    return [{ text: value.text, place: placeOf(mark.module, mark.pos) }]
  })
}

export function headersIn(program: Program, options: Value): CallFact['headers'] {
  if (options.k !== 'object' && options.k !== 'instance') return []
  const values = flat(['header', 'headers'], (name) => memberOf(program, options, name))
  return flat(values, (value) => keysOf(program, value, 0))
}

function keysOf(program: Program, value: Value, depth: number): CallFact['headers'] {
  if (value.k !== 'object' || depth > 4) return []
  const { expr, env } = value
  return flat(expr.props, ({ key, value: inside, pos }) => {
    if (key === null) return flat(fold(program, inside, env), (one) => keysOf(program, one, depth + 1))
    const names =
      typeof key === 'string'
        ? [key]
        : flat(fold(program, key, env), (one) => (one.k === 'text' && !one.hole ? [one.text] : []))
    const { module } = expr
    return module ? names.map((name) => ({ name, place: placeOf(module, pos) })) : []
  })
}
