/** A call of a client that the team declared. */

import { memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import type { NamedClient } from '../evaluate/steered.js'
import { withBase } from '../evaluate/urls.js'
import { distinct, isMissing, MISSING, type Text, toText, type Value } from '../evaluate/values.js'
import { type Sink, UNBOUND } from './sink.js'

const EMPTY: Text = { k: 'text', text: '', marks: [], hole: null, soft: false }

/** Its base applies, whatever the rest of the URL is. */
export function namedSink(program: Program, { name, api, url, base }: NamedClient, args: Value[][]): Sink {
  const given = (args[url] ?? [MISSING]).flatMap((value) =>
    value.k === 'text' || value.k === 'unknown'
      ? [value]
      : value.k === 'prim'
        ? [MISSING]
        : memberOf(program, value, 'url'),
  )
  const urls = base ? given.map((one) => withBase(base, isMissing(one) ? EMPTY : toText(one))) : given
  return { callee: name, of: name, api, urls: distinct(urls), ...UNBOUND }
}
