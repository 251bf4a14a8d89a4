/** Parses a domain entry, as far as possible, before any rule looks at it. */
import { type EntryFact, recent, type SyntaxProblem } from '../facts/index.js'
import type { Entry } from '../types.js'
import { readHost } from './host.js'
import { domainsIn } from './split.js'
import { loadSuffixes, type Suffixes } from './suffix.js'

/** An entry without the result of the public suffix list, which is slow to load. */
export type EntryParts = Omit<EntryFact, 'registrableDomain' | 'publicSuffix'>

/** Never throws: whatever is invalid is recorded in `syntax`. */
export async function readEntry(entry: Entry): Promise<EntryFact> {
  return withSuffix(takeApart(entry), await loadSuffixes())
}

export function withSuffix(parts: EntryParts, suffixes: Suffixes): EntryFact {
  const { host, hostKind } = parts
  const named = hostKind === 'name' && host !== null ? suffixes(host) : null
  return {
    ...parts,
    registrableDomain: named?.registrableDomain ?? null,
    publicSuffix: named?.publicSuffix ?? null,
  }
}

/** What is written is asked for at every step from the check of the config to the verdict. */
const MOST = 1000
const written = recent<Omit<EntryParts, 'entry'>>(MOST)

export const takeApart = (entry: Entry): EntryParts => ({
  entry,
  ...written.of(entry.text, () => partsOf(entry.text)),
})

function partsOf(entryText: string): Omit<EntryParts, 'entry'> {
  const folds = new Set<EntryFact['folded'][number]>()
  const syntax = new Set<SyntaxProblem>()
  const trimmed = entryText.trim()
  if (trimmed !== entryText) folds.add('space')
  const several = domainsIn(trimmed)
  if (several.length > 1) return severalIn(trimmed, several)
  const narrow = trimmed.replace(/[０-９Ａ-Ｚａ-ｚ．。｡]/gu, halfWidth)
  if (narrow !== trimmed) folds.add('full-width')
  // Full-width `：` and `／` are understood too, but no console accepts them.
  const text = narrow.replace(/[\uFF01-\uFF5E]/gu, halfWidth)
  if (text !== narrow) syntax.add('character')

  const { scheme, rest, clean } = splitScheme(text)
  if (!clean) syntax.add('character')
  const { authority, problems } = splitPath(rest)
  for (const problem of problems) syntax.add(problem)
  const { hostText, port, portProblem } = splitPort(authority)
  if (portProblem) syntax.add(portProblem)
  const read = readHost(hostText)
  for (const problem of read.syntax) syntax.add(problem)
  if (read.unicode && read.host !== null) folds.add('unicode-name')
  if (/[A-Z]/.test(scheme ?? '') || /[A-Z]/.test(hostText)) folds.add('upper-case')
  return {
    text: narrow,
    folded: [...folds],
    scheme: scheme?.toLowerCase() ?? null,
    hostKind: read.kind,
    host: read.host,
    hostText,
    port,
    syntax: [...syntax],
  }
}

/** None of it is parsed further: we can't choose which one was meant. */
function severalIn(text: string, several: string[]): Omit<EntryParts, 'entry'> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? null
  const nothing = { hostKind: 'none', host: null, hostText: text, port: null } as const
  return { text, folded: [], scheme, ...nothing, syntax: ['several'], several }
}

function halfWidth(character: string): string {
  if (character === '。' || character === '｡') return '.'
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}

/** `https:host` and `//host` are understood, but not well-formed. */
function splitScheme(text: string): { scheme: string | null; rest: string; clean: boolean } {
  const full = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text)
  if (full) return { scheme: full[1] ?? null, rest: full[2] ?? '', clean: true }
  const short = /^(https?|wss?|udp|tcp):[/\\]*(?!\d+$)(.*)$/is.exec(text)
  if (short) return { scheme: short[1] ?? null, rest: short[2] ?? '', clean: false }
  const bare = /^[/\\]{2}(.*)$/s.exec(text)
  return { scheme: null, rest: bare?.[1] ?? text, clean: bare === null }
}

function splitPath(rest: string): { authority: string; problems: SyntaxProblem[] } {
  const problems: SyntaxProblem[] = []
  const end = rest.search(/[/\\?#]/)
  let authority = end < 0 ? rest : rest.slice(0, end)
  const tail = end < 0 ? '' : rest.slice(end)
  const path = /^[^?#]*/.exec(tail)?.[0] ?? ''
  if (path === '/' && tail === '/') problems.push('trailing-slash')
  else if (path.length > 1 || path === '\\') problems.push('path')
  if (path.includes('\\')) problems.push('character')
  if (/^[^#]*\?/.test(tail)) problems.push('query')
  if (tail.includes('#')) problems.push('fragment')
  const at = authority.lastIndexOf('@')
  if (at >= 0) {
    problems.push('user-info')
    authority = authority.slice(at + 1)
  }
  return { authority, problems }
}

function splitPort(authority: string): {
  hostText: string
  port: number | null
  portProblem?: SyntaxProblem
} {
  const bracketed = /^(\[[^\]]*\])(.*)$/s.exec(authority)
  const bare = bracketed ? null : /^[^:]*:[^:]*:/.test(authority)
  if (bare) return { hostText: authority, port: null }
  const [, hostText = authority, tail = ''] = bracketed ?? /^([^:]*)(.*)$/s.exec(authority) ?? []
  if (tail === '') return { hostText, port: null }
  if (tail === ':') return { hostText, port: null, portProblem: 'empty-port' }
  const port = /^:\d{1,5}$/.test(tail) ? Number(tail.slice(1)) : Number.NaN
  if (port >= 1 && port <= 65_535) return { hostText, port }
  return { hostText, port: null, portProblem: 'bad-port' }
}
