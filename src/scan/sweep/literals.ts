/** URLs in a script's string literals. */
import type { MentionFact } from '../../facts/index.js'
import { SOCKET_SCHEMES } from '../../platforms/index.js'
import { lineStarts, placeOf } from '../lines.js'
import type { AstNode } from '../project/tree.js'
import type { SourceUnit } from '../types.js'
import { word } from '../words.js'

/** What libraries for sockets call those of one platform is an address, too: `wxs://`. */
const SCHEMES = ['https?', 'wss?', ...Object.keys(SOCKET_SCHEMES)].join('|')
const ADDRESS = new RegExp(`\\b(?:${SCHEMES})://[^\\s/?#'"\`\\\\()<>,;|，。；）]+`, 'gi')
/** Characters a host can't contain: a placeholder. */
const PLACEHOLDER = /[{}$%*<>^]|\.\.|^\.|[^\u0000-\u00ff]/
const HOST =
  /^(?:\[[0-9a-f:.]+\]|(?:[a-z0-9_-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*|\d{1,3}(?:\.\d{1,3}){3}|localhost)$/i
/** This much text before a URL shows whether it is part of a sentence. */
const SENTENCE = 100
/** More than this in one string is a list of something. */
const MOST = 200

/** One that a script has as text. */
export interface Mention extends MentionFact {
  /** The property it is the value of, or a part of it. */
  property?: string
}

/** Does a script contain any? Most need not be walked. */
export const mayMention = (code: string): boolean => code.includes('://')

/** The URLs in one node's own text, each with the position of its scheme. */
export function mentionsIn({ file, code, shift }: SourceUnit, node: AstNode, lines: Int32Array): Mention[] {
  if (node.type !== 'StringLiteral' && node.type !== 'TemplateElement') return []
  const start = node.start ?? 0
  const end = typeof node.end === 'number' ? node.end : start
  const text = code.slice(start, end)
  if (!mayMention(text)) return []
  const place = (at: number) => placeOf({ file, lines: shifted(lines, shift ?? 0) }, at)
  const before = code.slice(Math.max(0, start - NAME), start)
  const isMedia = NAMED.test(before) && holdsPath(text)
  const found = mentionsOf(text)
  const [, key, member = key] = (found.length > 0 && PROPERTY.exec(before)) || []
  const isUnread = standsOnce(code, member)
  return found.map(({ at, ...one }) => ({
    place: place(start + at),
    ...one,
    ...(isMedia && { isMedia: true as const }),
    ...(isUnread && { isUnread: true as const }),
    ...(member !== undefined && { property: member }),
  }))
}

/** `name: '…'`, `options.name = '…'` */
const PROPERTY = /(?:^|[^\w$])([A-Za-z_$][\w$]*)["']?\s*:\s*$|\.([A-Za-z_$][\w$]*)\s*=\s*$/

function standsOnce(code: string, name: string | undefined): boolean {
  if (name === undefined) return false
  const first = code.indexOf(name)
  return code.indexOf(name, first + 1) < 0
}

/** The URLs in a script that is not parsed, except those in comments. */
export function mentionsInText({ file, code }: SourceUnit): MentionFact[] {
  if (!mayMention(code)) return []
  const lines = lineStarts(code)
  return mentionsOf(code, Number.POSITIVE_INFINITY).flatMap(({ at, ...one }) =>
    isComment(code, at) ? [] : [{ place: placeOf({ file, lines }, at), ...one }],
  )
}

const LOOKED_BACK = 5_000

/** Is a position certainly inside a comment: one that starts its line and has not ended? */
function isComment(code: string, at: number): boolean {
  const line = code.slice(Math.max(code.lastIndexOf('\n', at - 1) + 1, at - LOOKED_BACK), at)
  if (/^\s*(?:\/\/|\*(?!\/))/.test(line) && !/["'`]/.test(line)) return true
  const before = code.slice(Math.max(0, at - LOOKED_BACK), at)
  const begun = before.lastIndexOf('/*')
  if (begun < 0 || before.includes('*/', begun) || !code.includes('*/', at)) return false
  return /(?:^|\n)[^\S\n]*$/.test(before.slice(0, begun))
}

function shifted(lines: Int32Array, shift: number): Int32Array {
  if (shift !== 0) lines[0] = shift
  return lines
}

/** The URLs in a text as written. */
export function mentionsOf(text: string, most = MOST): (Omit<MentionFact, 'place'> & { at: number })[] {
  const found: ReturnType<typeof mentionsOf> = []
  for (const { 0: whole, index } of text.matchAll(ADDRESS)) {
    const url = addressOf(whole)
    const rest = text.slice(index + whole.length, index + whole.length + LONGEST)
    if (url === null || goesOn(rest)) continue
    const before = text.slice(Math.max(0, index - SENTENCE), index)
    const isMedia = MEDIA.test(rest) || SHOWN.test(before)
    found.push({ at: index, url: word(url), inProse: isProse(before), ...(isMedia && { isMedia }) })
    if (found.length >= most) break
  }
  return found
}

/** A path is looked at this far. */
const LONGEST = 500
/** What ends so is shown or played; what storage services add to it follows: `a.jpg!w300`, `a.png?x-oss-process=…`. */
const MEDIA =
  /^\/[^\s"'`\\<>()?#]*\.(?:png|jpe?g|gif|webp|svg|bmp|ico|avif|mp[34]|m4a|aac|wav|ogg|flv|mov|m3u8|ttf|otf|woff2?|eot)(?=$|[?#!@_"'`\s\\,;&)<>])/i
/** Of a style or of rich text. */
const SHOWN = /(?:\burl\(\s*|<img\b[^>]*\bsrc\s*=\s*)\\?["']?$/i
/** The names that platforms have for images, and their like. */
const NAMED =
  /\b(?:imageUrl|imgUrl|picUrl|imageSrc|imgSrc|iconPath|selectedIconPath|iconUrl|avatarUrl|coverUrl|coverImg|posterUrl|thumbUrl|logoUrl|bannerUrl|backgroundImage)["']?\s*[:=]\s*$/i
const NAME = 40
const holdsPath = (text: string): boolean => /:\/\/[^/]+\/[^/"'`\s]/.test(text)

/** Scheme, host and port; null if it is not a URL. */
function addressOf(text: string): string | null {
  const [scheme = '', rest = ''] = text.split('://')
  const authority = rest.slice(rest.lastIndexOf('@') + 1).replace(/[.:&]+$/, '')
  const host = authority.replace(/:\d+$/, '')
  if (PLACEHOLDER.test(authority) || !HOST.test(host)) return null
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}`
}

/** A regular expression, or a template to be filled in. */
const goesOn = (rest: string) => /^(?:\$\{|\\[.d/])/.test(rest)

/** Words before a URL make it part of a sentence, as a Markdown link does; quotes, brackets and operators mean it is used. */
function isProse(before: string): boolean {
  const text = before.replace(/^["'`]/, '')
  const isSentence = /[\p{L}\p{N}][:,.]?\s+[(（]?$|\p{Script=Han}\s*[：，。（]?$/u.test(text)
  if (text.endsWith('](')) return true
  return isSentence && !/\b(?:src|href|url|data|action|poster)\s*[=:(]\s*$/i.test(text)
}
