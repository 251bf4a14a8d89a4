/** One network call as reached by one path: its API, URL, methods and headers. */

import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { namedClient } from '../evaluate/steered.js'
import { distinct, type Env, type Value } from '../evaluate/values.js'
import { flat } from '../flat.js'
import { anyOf, callerByName } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { argumentsOf } from './arguments.js'
import { clientSinks } from './client-call.js'
import { entrySinks } from './entries.js'
import { lostCall, namelessCall } from './lost.js'
import { type Meanings, type Meant, meantIn } from './meant.js'
import { namedSink } from './named-call.js'
import { platformSinks } from './platform-call.js'
import { type Asked, type Sink, UNBOUND } from './sink.js'
import { unseenSinks } from './unseen.js'

export interface Sinks extends Pick<Meanings, 'open'> {
  sinks: Sink[]
}

/** Every network call this call may be: what it means, what it is given, and what it asks for. */
export function sinksOf(program: Program, call: CallExpr, env: Env | null): Sinks {
  const named = namedClient(program.steered, call)
  const { meant, open }: Meanings = named
    ? { meant: [{ k: 'named', method: null, named }], open: [] }
    : meantIn(program, call, distinct(calleesOf(program, call, env)))
  return { sinks: flat(meant, (one) => askedBy(program, one, call, env)), open }
}

/** What a call calls: what it names in a text, too. `my.call('request', options)` is `my.request.call(…, options)`. */
function calleesOf(program: Program, { callee, args }: CallExpr, env: Env | null): Value[] {
  return flat(fold(program, callee, env), (one): Value[] => {
    const named = one.k === 'native' && args.length > 0 ? calledByName(one.path) : null
    if (named === null) return [one]
    const { object, method } = named
    const [names = []] = argumentsOf(program, args, method, env)
    const way = method === null ? 'call' : `call.${method}`
    return flat(names, (text): Value[] => {
      if (text.k === 'text' && !text.hole) return [{ k: 'native', path: `${object}.${text.text}.${way}` }]
      return text.k === 'unknown' && text.hole.owners.length > 0
        ? [text]
        : [{ k: 'native', path: `${anyOf(object)}.${way}` }]
    })
  })
}

/** `my.call`, `my.call.apply`: the object, and how its `call` is called. */
function calledByName(path: string): { object: string; method: string | null } | null {
  const [, own = path, method = null] = /^(.*)\.(call|apply)$/.exec(path) ?? []
  const whole = callerByName(path)
  if (whole !== null) return { object: whole, method: null }
  const object = callerByName(own)
  return object === null ? null : { object, method }
}

function askedBy(program: Program, meant: Meant, call: CallExpr, env: Env | null): Sink[] {
  const args = argumentsOf(program, call.args, meant.method, env)
  switch (meant.k) {
    case 'named':
      return [namedSink(program, meant.named, args)]
    case 'client':
      return clientSinks(program, meant, args, call.isNew)
    case 'platform':
      return platformSinks(program, meant, args, call)
    case 'entry':
      return entrySinks(program, meant, args).map(unbound)
    case 'unseen':
      return unseenSinks(program, meant, args, call).map(unbound)
    case 'nameless':
      return namelessCall(program, meant.object, call, args).map(unbound)
    case 'lost':
      return lostCall(program, call, args).map(unbound)
  }
}

const unbound = (asked: Asked): Sink => ({ ...asked, ...UNBOUND })
