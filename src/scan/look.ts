/** What a script's tree contains besides calls: secrets, URLs, JSX resources, timeouts. Plain data, so any thread can collect it. */
import type { ResourceFact, SecretFact, SettingFact } from '../facts/index.js'
import { copiedLibrary, copyByText } from './frameworks/index.js'
import { lineStarts } from './lines.js'
import { appTimeouts, jsxResources } from './project/jsx.js'
import { type AstNode, visitAround } from './project/tree.js'
import { secretsOf } from './secrets/index.js'
import { type Mention, mayMention, mentionsIn } from './sweep/index.js'
import type { SourceUnit } from './types.js'

export interface Seen {
  mentions: Mention[]
  secrets: SecretFact[]
  /** The secrets themselves, for masking other texts; they go nowhere else. */
  values: string[]
  resources: ResourceFact[]
  settings: SettingFact[]
}

export const newSeen = (): Seen => ({ mentions: [], secrets: [], values: [], resources: [], settings: [] })

export function addSeen(all: Seen, more: Seen): void {
  // One by one: a script may have more of them than a call may have arguments.
  for (const one of more.mentions) all.mentions.push(one)
  for (const one of more.secrets) all.secrets.push(one)
  for (const one of more.values) all.values.push(one)
  for (const one of more.resources) all.resources.push(one)
  for (const one of more.settings) all.settings.push(one)
}

const isCopy = ({ file, code }: SourceUnit) => (copyByText(code) ?? copiedLibrary(file, code.length)) !== null

/** Where a script may have a secret, an address in JSX, a timeout: most of a tree need not be gone through. */
const WORTH_A_LOOK = /secret|weixin|networkTimeout|<\s*(?:Cover)?(?:Image|img|WebView|Video|Audio)\b/gi
const SCHEME = /:\/\//g

const placesOf = (code: string, sign: RegExp) => Array.from(code.matchAll(sign), ({ index }) => index)

export function lookAt(unit: SourceUnit, ast: object, seen: Seen): void {
  const mentioning = mayMention(unit.code) && !isCopy(unit)
  const places = placesOf(unit.code, WORTH_A_LOOK)
  if (mentioning) places.push(...placesOf(unit.code, SCHEME))
  if (places.length === 0) return
  const lines = lineStarts(unit.code)
  const values = new Set<string>()
  visitAround(
    ast as AstNode,
    places.sort((a, b) => a - b),
    (node) => {
      if (mentioning) seen.mentions.push(...mentionsIn(unit, node, lines))
      seen.secrets.push(...secretsOf(unit, node, values))
      seen.resources.push(...jsxResources(unit, node))
      seen.settings.push(...appTimeouts(unit, node))
    },
  )
  for (const one of values) seen.values.push(one)
}
