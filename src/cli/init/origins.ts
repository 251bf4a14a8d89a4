/** Source text → the origins a mini program calls. */
import { isIP } from 'node:net'
import type { ApiName } from '../../types.js'
import { type Literal, literalsOf } from './literals.js'

export interface Found {
  api: ApiName
  /** `https://host`, `wss://host:port`. */
  origin: string
  line: number
}

/** An address that can't be a server domain: plain http or ws, an IP address, a local name. */
export interface LeftOut {
  text: string
  line: number
}

export interface Origins {
  found: Found[]
  leftOut: LeftOut[]
}

/** @param file decides how it is read: by its ending */
export function originsIn(text: string, file: string): Origins {
  const origins: Origins = { found: [], leftOut: [] }
  const lineAt = lineCounter(text)
  for (const { literal, source } of literalsOfFile(text, file)) {
    const address = /^\s*(https?|wss?):\/\/([^/?#\\\s]*)(.*)$/is.exec(literal.value)
    if (!address) continue
    const [, scheme = '', authority = '', rest = ''] = address
    if (authority.includes('\0') || (rest === '' && continues(source, literal.end))) continue
    const line = lineAt(literal.at)
    const origin = originOf(scheme.toLowerCase(), authority)
    if (origin === null) continue
    if (origin.fit)
      origins.found.push({ api: apiOf(scheme.toLowerCase(), source, literal.at), origin: origin.text, line })
    else origins.leftOut.push({ text: origin.text, line })
  }
  return origins
}

/** Line breaks are counted once, going forward. */
function lineCounter(text: string): (at: number) => number {
  let [line, seen] = [1, 0]
  return (at) => {
    if (at < seen) [line, seen] = [1, 0]
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line++
      seen = next + 1
    }
    return line
  }
}

/** `source` is the text with what is no code blanked out, places kept. */
function literalsOfFile(text: string, file: string): { literal: Literal; source: string }[] {
  const source = /\.(?:wxml|axml)$/.test(file) ? attributes(text) : /\.vue$/.test(file) ? scripts(text) : text
  return literalsOf(source).map((literal) => ({ literal, source }))
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

/** Only what stands in script blocks. */
function scripts(text: string): string {
  let [kept, end] = ['', 0]
  const begin = /<script\b[^>]{0,500}>/gi
  const close = /<\/script/gi
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const start = begin.lastIndex
    close.lastIndex = start
    const stop = close.exec(text)?.index ?? text.length
    kept += blank(text.slice(end, start)) + text.slice(start, stop)
    end = stop
    begin.lastIndex = stop
  }
  return kept + blank(text.slice(end))
}

function withoutComments(text: string): string {
  let [kept, end] = ['', 0]
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', end)) {
    const close = text.indexOf('-->', at)
    const stop = close < 0 ? text.length : close + 3
    kept += text.slice(end, at) + blank(text.slice(at, stop))
    end = stop
  }
  return kept + text.slice(end)
}

/** Addresses of images, media and links need no server domain. */
const PAGE_ATTRIBUTE = /^(?:src|href|url|poster|style|class|xmlns(?::.*)?)$/i

/** Only attribute values that a program may read and call. */
function attributes(text: string): string {
  let [kept, end] = ['', 0]
  const bare = withoutComments(text)
  for (const match of bare.matchAll(
    /(?<![\w:.-])([\w:.-]{1,60})\s{0,20}=\s{0,20}("[^"]{0,4000}"|'[^']{0,4000}')/g,
  )) {
    if (PAGE_ATTRIBUTE.test(match[1] ?? '')) continue
    const start = match.index + match[0].length - (match[2] ?? '').length
    kept += blank(bare.slice(end, start)) + (match[2] ?? '')
    end = match.index + match[0].length
  }
  return kept + blank(bare.slice(end))
}

/** `'https://api.example' + '.com'`: the host does not end where the literal ends. */
function continues(source: string, end: number): boolean {
  return /^\s*\+\s*["'`][\w.-]/.test(source.slice(end, end + 80))
}

function originOf(scheme: string, authority: string): { text: string; fit: boolean } | null {
  const url = `${scheme}://${authority}`
  if (authority === '' || !URL.canParse(url)) return null
  const { hostname, host } = new URL(url)
  const text = `${scheme}://${host}`
  const name = hostname.replace(/^\[|\]$/g, '')
  if (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost')) return { text, fit: false }
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(name)) return null
  return { text, fit: scheme === 'https' || scheme === 'wss' }
}

const LOOK_BACK = 400

/** The call whose arguments the literal stands in, where that is written out; else what its scheme is for. */
function apiOf(scheme: string, source: string, at: number): ApiName {
  if (scheme === 'wss' || scheme === 'ws') return 'connectSocket'
  const before = source.slice(Math.max(0, at - LOOK_BACK), at)
  const call = [...before.matchAll(/\b(request|uploadFile|downloadFile)\s*\(/g)].at(-1)
  if (!call) return 'request'
  const inside = before.slice(call.index + call[0].length)
  const depth = 1 + [...inside].reduce((sum, char) => sum + (char === '(' ? 1 : char === ')' ? -1 : 0), 0)
  return depth > 0 ? (call[1] as ApiName) : 'request'
}
