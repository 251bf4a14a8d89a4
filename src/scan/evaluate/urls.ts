/** From the values of an expression to the URLs a call can have. */

import type { MissingFact, UndeterminedReason, UrlFact } from '../../facts/project.js'
import { flat } from '../flat.js'
import { placeOf } from '../lines.js'
import { definable } from './names.js'
import { type Text, toText, type Value } from './values.js'

export interface Urls {
  urls: UrlFact[]
  undetermined: UndeterminedReason | null
  /** What is needed to determine the rest; empty if it has no name. */
  missing: MissingFact[]
  /** It is an empty string. */
  asksNobody?: true
}

const ABSOLUTE = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)/i

/** Files on the phone or in cloud storage, addressed by name: no listed server is involved. */
const NO_SERVER = /^(?:blob|bdfile|cloud|data|file|qqfile|ttfile|wxfile):/i

/** Settings left empty, and files: such a call contacts no server. */
const isNobody = (value: Value) =>
  value.k === 'text' && ((value.text === '' && value.hole === null) || NO_SERVER.test(value.text))

/** Beside what fills it, or nothing else, what state begins with says nothing: alone it is whatever fills it. */
function filled(values: Value[]): Value[] {
  const open = flat(values, (value): Value[] =>
    value.k === 'text' && value.begins ? [{ k: 'unknown', hole: value.begins }] : [],
  )
  if (open.length === 0) return values
  const others = values.filter((value) => value.k !== 'text' || !value.begins)
  return others.every(isNobody) ? [...others, ...open] : others
}

/** A function beside an address is what another member of the same table holds. */
function withoutCode(values: Value[]): Value[] {
  const others = values.filter(({ k }) => k !== 'function' && k !== 'class')
  return others.some((one) => one.k === 'text' && urlOf(one)) ? others : values
}

/** Which values are URLs with a certain host, and why others are not; `plain` ones are requested as they are. */
export function urlsOf(given: Value[], plain?: true): Urls {
  const values = withoutCode(filled(given))
  if (values.length > 0 && values.every(isNobody))
    return { urls: [], undetermined: null, missing: [], asksNobody: true }
  const urls: UrlFact[] = []
  let undetermined: UndeterminedReason | null = values.length === 0 ? 'computed' : null
  const texts = named(values.map(toText))
  const missing: MissingFact[] = []
  // One of them may be a URL; a path next to it is another branch of a condition.
  const isAnyOpen = texts.some((text) => !namesNoServer(text))
  // No caller is seen that passes anything but what is written out.
  const isWritten = texts.some((text) => !text.hole?.spread && urlOf(text))
  const roots = new Set(
    flat(texts, ({ text }) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+\//i.exec(text)?.[0] ?? []),
  )
  for (const text of texts) {
    // Elsewhere the same server is followed by a path, so the unknown part is one too.
    const root = text.hole && `${text.text}/`
    const isRoot = root && (roots.has(root) || isWholeOrigin(text))
    const url = urlOf(isRoot ? { ...text, text: root } : text)
    if (url) urls.push(url)
    else if (isWritten && text.hole?.spread) continue
    else if (!isAnyOpen || !namesNoServer(text)) {
      undetermined ??= reasonOf(text)
      missing.push(...missingOf(text, plain))
    }
  }
  return { urls: distinctUrls(urls), undetermined, missing: distinctMissing(missing) }
}

/** A name or port that is empty yet (`'wss://' + ip + ':2860'`) is whatever fills it: beside others it says nothing. */
function named(texts: Text[]): Text[] {
  const others = texts.filter((text) => !isNameless(text))
  return others.some((text) => text.hole || urlOf(text)) ? others : texts
}

/** Put together around an empty name; one literal is what somebody wrote. */
const isNameless = ({ text, marks, hole }: Text) =>
  marks.length !== 1 && (hole ? NAMELESS_WHATEVER : NAMELESS).test(text) && !NO_SERVER.test(text)

const NAMELESS = /^[a-z][a-z0-9+.-]*:\/\/(?:[:.-]|[^/?#]*:(?=$|[/?#])|(?=$|[/?#]))/i
const NAMELESS_WHATEVER = /^[a-z][a-z0-9+.-]*:\/\/(?:[:.-]|[^/?#]*:(?=[/?#])|(?=[/?#]))/i

/**
 * Can a string not be a server URL, whatever follows? Platforms take absolute URLs only, so next to a known one
 * it is a branch that isn't taken: a bare path, a placeholder, two URLs in a row.
 */
function namesNoServer(text: Text): boolean {
  if (/^(?:\/(?!\/)|[.?#&])/.test(text.text) || NO_SERVER.test(text.text)) return true
  const [, scheme = '', host] = ABSOLUTE.exec(text.text) ?? []
  if (host) return NO_VALUE.test(scheme) || !isPlausible(host) || isRunOn(text)
  if (text.hole) return /^(?:undefined|null|NaN)/.test(text.text) || NO_SCHEME.test(text.text)
  return !text.text.includes('//')
}

/** Whatever follows, no scheme starts like this: there is a character before the colon that schemes can't have. */
const NO_SCHEME = /^(?!\/\/)[a-z0-9+.-]*[^a-z0-9+.:\s-]/i

function reasonOf(text: Text): UndeterminedReason {
  if (isPath(text)) return 'no-server'
  if (isNameless(text)) return 'missing'
  if (text.hole) return text.hole.reason
  return text.text === '' || text.text === 'undefined' || text.text === 'null' ? 'missing' : 'computed'
}

/** Whatever follows, a path names no server, also with a setting in front that is never set: `undefined/rows`. */
const isPath = ({ text }: Text) => /^(?:undefined|null|NaN)?\/(?!\/)[^/?#]/.test(text)

function missingOf(text: Text, plain?: true): MissingFact[] {
  const { hole, marks } = text
  const [mark] = marks
  if (isPath(text) && mark) {
    const name = `'${/^\w*\/[^/?#]*/.exec(text.text)?.[0] ?? ''}'`
    // A path written with a leading slash is not preceded by an empty setting.
    const isWhole = !text.soft && marks.filter(({ at }) => at === 0).length === 1
    const sure = plain && isWhole ? { sure: true as const } : {}
    return [{ name, define: null, reason: 'no-server', place: placeOf(mark.module, mark.pos), ...sure }]
  }
  if (mark && isRunOn(text)) {
    const name = `'${ABSOLUTE.exec(text.text)?.[0] ?? ''}'`
    return [{ name, define: null, reason: 'computed', place: placeOf(mark.module, mark.pos) }]
  }
  if (!hole?.origin) return []
  const { name, module, pos } = hole.origin
  return [{ name, define: definable(hole.origin), reason: hole.reason, place: placeOf(module, pos) }]
}

/** If a call depends on more things than this, the first ones are named. */
const MAX_MISSING = 8

export function distinctMissing(missing: readonly MissingFact[]): MissingFact[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()].slice(0, MAX_MISSING)
}

function urlOf(text: Text): UrlFact | null {
  const match = ABSOLUTE.exec(text.text)
  if (!match || NO_VALUE.test(match[1] ?? '') || (text.marks.length !== 1 && ODD.test(match[2] ?? '')))
    return null
  if (!isPlausible(match[2] ?? '') || (text.soft && GLUED.test(match[2] ?? ''))) return null
  if (isRunOn(text) || isNameless(text) || NO_SERVER.test(text.text)) return null
  const length = match[0].length
  const endsHere = length === text.text.length
  if (endsHere && text.hole) return null
  const place = hostPlace(text, length - (match[2]?.length ?? 0))
  return place && { text: text.text, complete: text.hole === null, place }
}

/** A complete host, followed by text where a path would begin: `https://api.acme.cn` before `get./user`. */
function isRunOn({ text, marks }: Text): boolean {
  const [whole = '', scheme = '', host = ''] = ABSOLUTE.exec(text) ?? []
  const begin = whole.length - host.length
  return (
    scheme !== '' &&
    marks.some(({ at }) => {
      const isWithin = begin < at && at < whole.length && /[a-z\d]/i.test(text[at] ?? '')
      return isWithin && WHOLE_HOST.test(text.slice(begin, at))
    })
  )
}

/** One literal that ends with a whole server name, `'https://api.acme.cn' + path`: a name isn't continued, unless by what says so. */
function isWholeOrigin({ text, marks, hole }: Text): boolean {
  const [, , authority = ''] = ABSOLUTE.exec(text) ?? []
  // What follows may begin with an empty text.
  const isWritten = marks.every(({ at }, index) => at === (index === 0 ? 0 : text.length))
  return (
    marks.length > 0 &&
    isWritten &&
    text.endsWith(authority) &&
    WHOLE_HOST.test(authority.replace(/:\d{2,5}$/, '')) &&
    !CONTINUES.test(hole?.origin?.name ?? '')
  )
}

/** Named so, it may be a part of a server's name or its port. */
const CONTINUES = /(?:port|host|domain|suffix|tld|env|region)\w*$/i

const WHOLE_HOST = /^[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|top|xyz|vip|club|tech|site|info|dev|app)$/i

/** An unset value in front of a scheme: `falsehttps://a.cn`. */
const NO_VALUE = /^(?:undefined|null|NaN|true|false)/

/** Hosts are never concatenated with these; a string that consists of one alone is reported as it is. */
const ODD = /[&={}%]/

/** An unset value after a server name: `https://a.cnundefined`. */
const GLUED = /(?:undefined|null|NaN)(?=$|[.:])/

/** Two URLs in a row, or an unset value, don't make a host: `https://a.cnhttps:`, `https://undefined`. */
function isPlausible(host: string): boolean {
  if (host === '' || /(?:^|[.:])(?:undefined|null|NaN|\[object Object\])(?=$|[.:])/.test(host)) return false
  return !/(?:https?|wss?):?$/i.test(host) || /\.(?:https?|wss?)$/i.test(host)
}

function hostPlace(text: Text, host: number): UrlFact['place'] | null {
  const mark = text.marks.findLast(({ at }) => at <= host) ?? text.marks[0]
  return mark ? placeOf(mark.module, mark.pos) : null
}

export function distinctUrls(urls: UrlFact[]): UrlFact[] {
  const byKey = new Map(
    urls.map((url) => [
      `${url.text}\n${url.complete}\n${url.place.file}:${url.place.line}:${url.place.column}`,
      url,
    ]),
  )
  return [...byKey.values()]
}

/** A base URL and a path, combined as axios does; an absolute URL is used alone. */
export function withBase(base: Text, url: Text): Text {
  if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(url.text)) return url
  if (url.text === '' && !url.hole) return base
  if (base.hole)
    return { ...base, hole: { ...base.hole, owners: [...base.hole.owners, ...(url.hole?.owners ?? [])] } }
  const front = `${base.text.replace(/\/{1,2}$/, '')}/`
  const rest = url.text.replace(/^\/{1,9}/, '')
  const cut = url.text.length - rest.length
  const moved = url.marks.map((mark) => ({
    ...mark,
    at: Math.max(front.length, mark.at - cut + front.length),
  }))
  return {
    k: 'text',
    text: front + rest,
    marks: [...base.marks, ...moved],
    hole: url.hole,
    soft: base.soft || url.soft,
  }
}
