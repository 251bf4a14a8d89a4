/** A call on a platform's own object. */

import { intercepted, isPlain } from '../evaluate/interceptors.js'
import type { Program } from '../evaluate/program.js'
import { definedGlobal } from '../evaluate/steered.js'
import { distinct, type Origin, type Value } from '../evaluate/values.js'
import type { CallShape, KnownCall } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { urlsAt } from './arguments.js'
import { detailsOf } from './details.js'
import type { Meant } from './meant.js'
import { type Sink, UNBOUND } from './sink.js'

export function platformSinks(
  program: Program,
  { path, known }: Extract<Meant, { k: 'platform' }>,
  [first = [], ...others]: Value[][],
  call: CallExpr,
): Sink[] {
  const { object, shape, callee } = known
  if (shape.server) return serverSinks(program, known, shape.server, call)
  const options = intercepted(program, path, first)
  const isAsGiven = beginsAsWritten(call) && isPlain(program, path)
  // First, before details that may use up all steps.
  const found = urlsAt(program, shape, [options, ...others])
  const about = {
    ...{ callee, of: object.path, api: shape.api, made: null, doubt: null },
    ...(object.isForeign ? { foreign: true as const } : {}),
    ...(isAsGiven ? { plain: true as const } : {}),
    ...(isBare(shape) ? NO_DETAILS : detailsOf(program, options, true)),
  }
  return found.map(({ families, urls, mayBeFile }) => ({
    ...about,
    ...(mayBeFile && { mayBeFile }),
    families: families.length > 0 ? families : object.families,
    urls: distinct(urls),
  }))
}

/** A call of which the server alone is known, by a constant of the project. */
function serverSinks(
  program: Program,
  { object, shape, callee }: KnownCall,
  path: string,
  call: CallExpr,
): Sink[] {
  const { module, pos } = call
  // The call is what has to be found; the folder that decides the server has no line.
  const here = (value: Value): Value =>
    value.k === 'text' ? { ...value, marks: [{ at: 0, module, pos }] } : value
  const urls = definedGlobal(program.steered, path) ?? program.constants.get(path)?.map(here)
  if (!urls && shape.spareIn?.test(module.file) && !hasServers(program, object.path)) return []
  const origin: Origin = { name: path, reach: 'global', module, pos }
  const open: Value = { k: 'unknown', hole: { reason: 'cloud', owners: [], origin } }
  return [
    { ...UNBOUND, callee, of: object.path, api: shape.api, urls: urls ?? [open], families: object.families },
  ]
}

const hasServers = ({ constants }: Program, path: string): boolean =>
  [...constants.keys()].some((one) => one.startsWith(`${path}.`))

/** Without a URL there is no method and no header, and a socket's timeout counts in seconds (TCPSocket.connect: 默认为 2s). */
const isBare = ({ api }: CallShape) => api === 'udp' || api === 'tcp'
const NO_DETAILS = { methods: [], options: [], headers: [] }

/** Does the call itself say how its URL begins: with a string or a setting? A member's value may be assembled elsewhere. */
function beginsAsWritten({ args: [options] }: CallExpr): boolean {
  const last =
    options?.k === 'obj' ? options.props.findLast(({ key }) => key === 'url' || key === null) : null
  const url = last ? (last.key === 'url' ? last.value : null) : options
  const first = url?.k === 'cat' ? url.parts[0] : url
  if (!first) return false
  let root = first
  while (root.k === 'member') root = root.object
  const isSetting = root.k === 'global' || root.k === 'import'
  return first.k === 'text' || (first.k === 'member' && isSetting) || first.k === 'import'
}
