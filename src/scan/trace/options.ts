/** Call options whose values the platforms restrict. */

import type { OptionFact } from '../../facts/project.js'
import { fold, memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { type Env, isMissing, type Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { placeOf } from '../lines.js'

/** For the options themselves, those written in them. */
const TOLD = new Set(['timeout', 'fileType'])

/** Numbers and texts of `timeout` and `fileType`, and headers whose values are surely no strings. */
export function optionsIn(program: Program, options: Value): OptionFact[] {
  if (options.k !== 'object') return []
  const headers = flat(['header', 'headers'], (name) => memberOf(program, options, name))
  return [
    ...written(program, options, (name) => (TOLD.has(name) ? name : null)),
    ...flat(headers, (header) =>
      header.k === 'object'
        ? written(program, header, (name) => `header ${name}`).filter(
            ({ value }) => typeof value !== 'string',
          )
        : [],
    ),
  ]
}

/** The reasons a socket is closed with. */
export function closeReasons(program: Program, options: Value): OptionFact[] {
  if (options.k !== 'object') return []
  return written(program, options, (name) => (name === 'reason' ? name : null))
}

function written(
  program: Program,
  { expr, env }: Extract<Value, { k: 'object' }>,
  named: (key: string) => string | null,
): OptionFact[] {
  const { module } = expr
  if (!module) return []
  return flat(expr.props, ({ key, value, pos }) => {
    const name = typeof key === 'string' ? named(key) : null
    return name === null
      ? []
      : valuesOf(program, value, env).map((one) => ({ name, value: one, place: placeOf(module, pos) }))
  })
}

/** Values that may also be something else are not reported. */
function valuesOf(
  program: Program,
  expr: Parameters<typeof fold>[1],
  env: Env | null,
): OptionFact['value'][] {
  const values = fold(program, expr, env)
  const told = flat(values, (value): OptionFact['value'][] => {
    if (value.k === 'text' && !value.hole) return [value.text]
    return value.k === 'prim' && !isMissing(value) && value.value !== null && value.value !== undefined
      ? [value.value]
      : []
  })
  return told.length === values.length ? told : []
}
