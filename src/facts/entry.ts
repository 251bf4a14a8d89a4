import type { Entry } from '../types.js'

/** A parsed domain entry, before any rule looks at it. */
export interface EntryFact {
  entry: Entry
  /** Trimmed, with full-width characters folded. */
  text: string
  /** What was folded or trimmed; each is worth a note, none is an error. */
  folded: ('space' | 'full-width' | 'unicode-name' | 'upper-case')[]
  /** Lower case, without `:`; null if the entry has none. */
  scheme: string | null
  /** The kind of host, after normalizing every notation the URL parser accepts (`127.1`, `0x7f.1`). */
  hostKind: 'name' | 'ipv4' | 'ipv6' | 'none'
  /** Lower-case A-label or canonical address; null when unusable. */
  host: string | null
  /** As written, for messages. */
  hostText: string
  /** As written; null when none was written. */
  port: number | null
  /** What prevents it from being a bare origin; empty when well-formed. */
  syntax: SyntaxProblem[]
  /** Its domains, if there are several; nothing else is parsed then. */
  several?: string[]
  /** eTLD+1 by the public suffix list; null when the host is a suffix itself or no name. */
  registrableDomain: string | null
  /** The suffix under which the name is registered, and who controls it. */
  publicSuffix: { suffix: string; kind: 'registry' | 'shared-hosting' } | null
}

/** What keeps an entry from being a bare domain that a console accepts. */
export type SyntaxProblem =
  | 'path'
  | 'trailing-slash'
  | 'query'
  | 'fragment'
  | 'user-info'
  | 'wildcard'
  | 'space'
  | 'underscore'
  | 'empty-label'
  | 'long-label'
  | 'long-name'
  | 'hyphen'
  | 'trailing-dot'
  | 'character'
  | 'bad-port'
  | 'empty-port'
  | 'bad-a-label'
  | 'empty-host'
  /** Two domains or more. */
  | 'several'
