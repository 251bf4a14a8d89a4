/** A call of a client that the team declared. */

import { memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import type { NamedClient } from '../evaluate/steered.js'
import { withBase } from '../evaluate/urls.js'
import { distinct, isMissing, MISSING, type Text, toText, type Value } from '../evaluate/values.js'
import { urlsAt } from './arguments.js'
import { type Sink, UNBOUND } from './sink.js'

const EMPTY: Text = { k: 'text', text: '', marks: [], hole: null, soft: false }

/** Its base applies, whatever the rest of the URL is. */
export function namedSink(program: Program, client: NamedClient, args: Value[][]): Sink {
  const { name, api } = client
  const urls = api === 'udp' || api === 'tcp' ? hostsOf(program, client, args) : urlsOf(program, client, args)
  return { callee: name, of: name, api, urls: distinct(urls), ...UNBOUND }
}

function urlsOf(program: Program, { url, base }: NamedClient, args: Value[][]): Value[] {
  const given = (args[url] ?? [MISSING]).flatMap((value) =>
    value.k === 'text' || value.k === 'unknown'
      ? [value]
      : value.k === 'prim'
        ? [MISSING]
        : memberOf(program, value, 'url'),
  )
  return base ? given.map((one) => withBase(base, isMissing(one) ? EMPTY : toText(one))) : given
}

/** A socket without a URL is given a host, or a host and a port in one object. */
function hostsOf(program: Program, { api, url, base }: NamedClient, args: Value[][]): Value[] {
  const given = args[url] ?? [MISSING]
  const isHost = ({ k }: Value) => k === 'text' || k === 'unknown'
  const at = (where: string, values: Value[]) =>
    urlsAt(program, { api, url: [`${api}://${where}`], isOptional: true }, [values]).flatMap(
      ({ urls }) => urls,
    )
  const found = [
    ...at('{0}', given.filter(isHost)),
    ...at(
      '{0.address}:{0.port}',
      given.filter((value) => !isHost(value) && value.k !== 'prim'),
    ),
  ]
  return found.length > 0 ? found : [base ?? MISSING]
}
