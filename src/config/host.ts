/** A host as people write it → an A-label or canonical address, and its faults. */
import { domainToASCII, domainToUnicode } from 'node:url'
import type { EntryFact, SyntaxProblem } from '../facts/index.js'

export interface ReadHost {
  kind: EntryFact['hostKind']
  /** Null if it can't be reached. */
  host: string | null
  syntax: SyntaxProblem[]
  unicode: boolean
}

/** Characters that are invisible, or vanish when a name is turned into A-labels. */
const INVISIBLE = /\u00AD|\u034F|\u061C|[\u200B-\u200F\u202A-\u202E\u2060-\u2064]|[\uFE00-\uFE0F]|\uFEFF/gu
/** Faults that leave no name to look up. */
const FATAL: readonly SyntaxProblem[] = [
  'empty-host',
  'space',
  'wildcard',
  'character',
  'empty-label',
  'long-label',
  'long-name',
  'bad-a-label',
]

/** `written` has no scheme, user, port or path; IPv6 may stand in brackets. */
export function readHost(written: string): ReadHost {
  if (written === '') return { kind: 'none', host: null, syntax: ['empty-host'], unicode: false }
  const address = ipv6(written)
  if (address !== null) {
    const syntax: SyntaxProblem[] = written.startsWith('[') ? [] : ['character']
    return { kind: 'ipv6', host: address, syntax, unicode: false }
  }
  return readName(written)
}

function ipv6(written: string): string | null {
  const inner = /^\[(.*)\]$/s.exec(written)?.[1] ?? written
  if (!inner.includes(':') || !/^[\da-f:.]+$/i.test(inner)) return null
  return urlHost(`[${inner}]`)?.slice(1, -1) ?? null
}

function readName(written: string): ReadHost {
  const syntax = new Set<SyntaxProblem>()
  const visible = written.replace(INVISIBLE, '')
  if (visible !== written) syntax.add('character')
  if (/\s/u.test(visible)) syntax.add('space')
  if (visible.includes('%')) syntax.add('character')
  const trimmed = visible.endsWith('.') && visible !== '.' ? visible.slice(0, -1) : visible
  if (trimmed !== visible) syntax.add('trailing-dot')

  const folded = urlHost(visible)
  if (folded !== null && /^\d+\.\d+\.\d+\.\d+$/.test(folded))
    return { kind: 'ipv4', host: folded, syntax: [...syntax], unicode: false }
  // RFC 3986 and the URL standard: a host that ends in a number is meant as an IPv4 address, though it may be none.
  if (/(?:^|\.)(?:\d+|0x[\da-f]*)\.?$/i.test(visible))
    return { kind: 'ipv4', host: null, syntax: [...syntax], unicode: false }

  const unicode = /[^\0-\x7f]/u.test(trimmed)
  const ascii = (unicode ? urlHost(trimmed) : trimmed)?.toLowerCase() ?? null
  for (const problem of ascii === null ? ['character' as const] : nameProblems(ascii)) syntax.add(problem)
  const usable = ascii !== null && !FATAL.some((problem) => syntax.has(problem))
  return { kind: 'name', host: usable ? ascii : null, syntax: [...syntax], unicode }
}

/** What is wrong with an ASCII name by RFC 1123 section 2.1, RFC 1035 section 2.3.4 and RFC 5890. */
function nameProblems(name: string): SyntaxProblem[] {
  const labels = name.split('.')
  const found: [SyntaxProblem, boolean][] = [
    ['wildcard', name.includes('*')],
    ['underscore', name.includes('_')],
    ['character', /[^a-z0-9._*\s-]/.test(name)],
    ['empty-label', labels.includes('')],
    ['long-label', labels.some((label) => label.length > 63)],
    ['long-name', name.length > 253],
    ['hyphen', labels.some((label) => label.startsWith('-') || label.endsWith('-'))],
    ['bad-a-label', labels.some((label) => label.startsWith('xn--') && !isALabel(label))],
  ]
  return found.filter(([, holds]) => holds).map(([problem]) => problem)
}

/** RFC 5890 section 2.3.2.1: it decodes, and encodes to itself again. Node's versions differ in what they give back otherwise. */
function isALabel(label: string): boolean {
  const decoded = domainToUnicode(label)
  return decoded !== '' && decoded !== label && domainToASCII(decoded) === label
}

function urlHost(host: string): string | null {
  try {
    return new URL(`http://${host}/`).hostname
  } catch {
    return null
  }
}
