import type { Entry } from '../types.js'

/** A domain entry taken apart, before any rule looks. */
export interface EntryFact {
  entry: Entry
  /** Surrounding space cut, full-width characters folded. */
  text: string
  /** What was folded or cut on the way; each is worth a note, none is an error. */
  folded: ('space' | 'full-width' | 'unicode-name' | 'upper-case')[]
  /** Lower case, without `:`; null when the entry names none. */
  scheme: string | null
  /** What kind of host it is, after folding every spelling the URL parser folds (`127.1`, `0x7f.1`). */
  hostKind: 'name' | 'ipv4' | 'ipv6' | 'none'
  /** Lower-case A-label or canonical address; null when unusable. */
  host: string | null
  /** As written, for messages. */
  hostText: string
  /** As written; null when none was written. */
  port: number | null
  /** What makes it no bare origin; empty when well formed. */
  syntax: SyntaxProblem[]
  /** The domains that stand in it, where they are more than one; nothing else is read of it then. */
  several?: string[]
  /** eTLD+1 by the public suffix list; null when the host is a suffix itself or no name. */
  registrableDomain: string | null
  /** The suffix under which the name is registered, and who keeps it. */
  publicSuffix: { suffix: string; kind: 'registry' | 'shared-hosting' } | null
}

/** What keeps an entry from being a bare domain that a console takes. */
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
