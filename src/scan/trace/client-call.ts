/** A call of a client library: its base URLs, and what its interceptors make of both. */

import type { UndeterminedReason } from '../../facts/project.js'
import { basesFor } from '../evaluate/bases.js'
import { afterInterceptors } from '../evaluate/client-interceptors.js'
import { shapeOf } from '../evaluate/clients.js'
import type { Program } from '../evaluate/program.js'
import { withBase } from '../evaluate/urls.js'
import {
  type Client,
  distinct,
  isAskedAgain,
  isMissing,
  MISSING,
  toText,
  unknown,
  type Value,
} from '../evaluate/values.js'
import { urlsAt } from './arguments.js'
import { apiOf, detailsOf } from './details.js'
import type { Meant } from './meant.js'
import { type Sink, UNBOUND } from './sink.js'

type OfClient = Extract<Meant, { k: 'client' }>

/** Where an argument says which client sends it, those of any that this can be. */
export function clientSinks(program: Program, meant: OfClient, args: Value[][], isNew: boolean): Sink[] {
  const { client, name, shape } = meant
  const { sender, api } = shape
  if (sender === undefined) return sentBy(program, meant, args, isNew)
  const { library: of } = client
  const about = { ...UNBOUND, callee: calleeOf(client, name, isNew), of, api }
  return (args[sender] ?? [MISSING]).flatMap((one): Sink[] => {
    if (one.k === 'client') return sentBy(program, { ...meant, client: one }, args, isNew)
    return [{ ...about, urls: [one.k === 'unknown' ? one : unknown('computed')] }]
  })
}

function sentBy(
  program: Program,
  { client, name, shape }: OfClient,
  args: Value[][],
  isNew: boolean,
): Sink[] {
  const settings = args.filter((_, at) => at !== shape.body).flat()
  const configs = settings.filter((value) => value.k === 'object')
  const bases = basesFor(program, client, configs)
  const { library } = client
  const made = client.made?.k === 'call' ? client.made : null
  const about = { callee: calleeOf(client, name, isNew), of: library, api: shape.api, made }
  const found = urlsAt(program, shape, args).map(({ families, urls: given }) => {
    const { urls, bases: own } = afterInterceptors(program, client, { urls: given, bases }, settings)
    return {
      families,
      urls: distinct(urls.flatMap((url) => onBases(own, url))),
      doubt: doubtIn(own, urls),
    }
  })
  const details = detailsOf(program, configs, /^(?:|request|middleware|fetch)$/.test(name))
  const meant = apiOf(shapeOf(client), details.methods)
  return found.map((one) => ({ ...about, ...one, ...details, ...meant }))
}

function calleeOf({ library }: Client, name: string, isNew: boolean): string {
  if (isNew) return `new ${name || library}`
  if (name.startsWith('[')) return `${library}${name}`
  return name === '' ? library : `${library}.${name.replace(/=$/, '')}`
}

/** Why a URL of which nothing is known may be absolute and ignore the base. */
function doubtIn(bases: Value[] | null, urls: Value[]): UndeterminedReason | null {
  if (bases === null) return null
  const texts = urls.map(toText).filter(({ text, hole }) => text === '' && hole)
  if (!texts.some((text) => text.hole?.owners.length === 0 && !isAskedAgain(text))) return null
  return texts[0]?.hole?.reason ?? null
}

function onBases(bases: Value[] | null, url: Value): Value[] {
  if (!bases || isMissing(url)) return [url]
  return bases.map((base) => withBase(toText(base), toText(url)))
}
