/** What a call asks for besides its URL: method, restricted options, headers. */

import { memberOf } from '../evaluate/folding.js'
import { cheaply, type Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import type { ClientShape } from '../frameworks/index.js'
import { headersIn, textsOf } from './headers.js'
import { optionsIn } from './options.js'
import type { Sink } from './sink.js'

/** For all of them. */
const STEPS = 4_000

type Details = Pick<Sink, 'methods' | 'options' | 'headers'>

export const detailsOf = (program: Program, options: Value[], takesMethod: boolean): Details =>
  cheaply(program, STEPS, () => ({
    methods: takesMethod ? flat(options, (one) => methodsIn(program, one)) : [],
    options: flat(options, (one) => optionsIn(program, one)),
    headers: flat(options, (one) => headersIn(program, one)),
  }))

/** URLs excluded: options copied property by property may have any property's value, the URL included. */
const methodsIn = (program: Program, options: Value): Sink['methods'] =>
  textsOf(memberIn(program, options, 'method')).filter(({ text }) => !/[/:]/.test(text))

function memberIn(program: Program, options: Value, name: string): Value[] {
  return options.k === 'object' || options.k === 'instance' ? memberOf(program, options, name) : []
}

/** A name that isn't an HTTP method is the library's own word for another API. */
export function apiOf({ methods: own = {} }: ClientShape, methods: Sink['methods']): Partial<Sink> {
  const apis = flat(methods, ({ text }) => own[text.toUpperCase()] ?? [])
  const [api] = apis
  if (api === undefined) return {}
  const left = methods.filter(({ text }) => own[text.toUpperCase()] === undefined)
  return left.length > 0 ? { methods: left } : { api, methods: left }
}
