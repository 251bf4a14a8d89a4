/** A starter config as text: JSON with comments, plain JSON, YAML, or code. */
import { LIMITS } from '../../config/defaults.js'
import { safeJson, visible } from '../../report/text.js'
import { API_NAMES, type ApiName } from '../../types.js'
import type { FoundAt } from './project.js'
import type { InitWords } from './words.js'

export interface Starter {
  schema: string
  platforms: string[]
  domains: { api: ApiName; text: string; places: FoundAt[] }[]
  leftOut: { text: string; places: FoundAt[] }[]
  /** Calls whose host could not be determined. */
  undetermined: { text: string; places: FoundAt[] }[]
  /** Files that were not read. */
  unread?: { text: string; places: FoundAt[] }[]
  /** Values that would reveal more hosts, named as in `scan.define`: such a config has a `scan`. */
  missing?: { define: string; text: string }[]
  /** How many domains WeChat's console accepts per API. */
  domainsPerApi: number
  /** The domains are only an example. */
  placeholder: boolean
}

export type Ending = 'jsonc' | 'json' | 'yaml' | 'ts' | 'js'

export function starterText(starter: Starter, ending: Ending, words: InitWords): string {
  if (ending === 'json') return plainJson(starter)
  if (ending === 'yaml') return yaml(starter, words)
  const text = commentedJson(starter, words)
  return ending === 'jsonc' ? text : code(text, ending)
}

/** JSON is JavaScript; `defineConfig` gives editors the types of the keys. */
function code(json: string, ending: 'ts' | 'js'): string {
  if (ending === 'js') return json.replace(/^\{$/m, 'export default {')
  const called = json.replace(/^\{$/m, 'export default defineConfig({').replace(/\}\n$/, '})\n')
  return `import { defineConfig } from 'hefa'\n\n${called}`
}

/** The same value for programs, and nothing hidden from people: YAML 1.2 accepts JSON. */
const quoted = (value: unknown): string => safeJson(JSON.stringify(value))

const PLACES = 3

/** One line, whatever characters a file name contains. */
function placesText(places: readonly FoundAt[], { comments }: InitWords): string {
  const told = places.slice(0, PLACES).map(({ file, line }) => `${visible(file, 200)}:${line}`)
  return [...told, ...(places.length > PLACES ? [comments.more(places.length - PLACES)] : [])].join(', ')
}

/** `request` is always there, as the place for the first domain. */
function lists({ domains }: Starter): [ApiName, Starter['domains']][] {
  return API_NAMES.map((api): [ApiName, Starter['domains']] => [
    api,
    domains.filter((one) => one.api === api),
  ]).filter(([api, own]) => own.length > 0 || api === 'request')
}

function plainJson(starter: Starter): string {
  const domains = Object.fromEntries(lists(starter).map(([api, own]) => [api, own.map(({ text }) => text)]))
  const madeFrom = isFromSource(starter) ? { madeFrom: 'source' } : {}
  const { schema, platforms } = starter
  const limits = limitsOf(starter)
  const written = { $schema: schema, platforms, domains, ...(limits && { limits }), ...madeFrom }
  return `${safeJson(JSON.stringify(written, null, 2))}\n`
}

/** Null if the default applies. */
function limitsOf({ domainsPerApi }: Starter): { domainsPerApi: number } | null {
  return domainsPerApi === LIMITS.domainsPerApi ? null : { domainsPerApi }
}

/** Such lists agree with the source by construction; a scan that compares them says so. */
const isFromSource = ({ domains }: Starter): boolean => domains.some(({ places }) => places.length > 0)

function noteOf({ placeholder }: Starter, places: readonly FoundAt[], words: InitWords): string {
  return placeholder ? words.comments.placeholder : placesText(places, words)
}

function domainNotes({ domains }: Starter, { comments }: InitWords): string[] {
  return domains.some(({ places }) => places.length > 0)
    ? [comments.domains, comments.found]
    : [comments.domains]
}

const EXTRAS = [
  '"supportedOs": { "ios": "15", "android": "10" },',
  '"paths": { "api.example.com": ["/health"] },',
  '"icp": { "example.com": "京ICP备2024000001号-1" },',
  '"rules": { "certificate/expires-soon": ["warning", { "days": 30 }], "http/charset": "off" },',
  '"waivers": [{ "rule": "certificate/chain-complete", "host": "old.example.com", "until": "2026-12-31", "reason": "…" }],',
]

function commentedJson(starter: Starter, words: InitWords): string {
  const { comments } = words
  const limits = limitsOf(starter)
  const groups = lists(starter).map(([api, own], at, all) => {
    const items = own.map(({ text, places }, index) => {
      const note = noteOf(starter, places, words)
      const comma = index < own.length - 1 ? ',' : ''
      return `      ${quoted(text)}${comma}${note === '' ? '' : ` // ${note}`}`
    })
    const comma = at < all.length - 1 ? ',' : ''
    return own.length === 0
      ? `    "${api}": []${comma}`
      : `    "${api}": [\n${items.join('\n')}\n    ]${comma}`
  })
  return `${[
    ...comments.head.map((line) => `// ${line}`),
    '{',
    `  "$schema": ${quoted(starter.schema)},`,
    `  // ${comments.platforms}`,
    `  "platforms": ${quoted(starter.platforms)},`,
    ...domainNotes(starter, words).map((line) => `  // ${line}`),
    '  "domains": {',
    ...groups,
    // A comma, so that uncommenting the following lines gives valid JSON.
    '  },',
    ...(limits ? [`  "limits": { "domainsPerApi": ${limits.domainsPerApi} },`] : []),
    ...(isFromSource(starter) ? [`  // ${comments.madeFrom}`, '  "madeFrom": "source",'] : []),
    ...scanLines(starter, words),
    ...leftOutLines(starter, words).map((line) => `  // ${line}`),
    `  // ${comments.optional}`,
    ...EXTRAS.map((line) => `  // ${line}`),
    '}',
  ].join('\n')}\n`
}

/** With a `scan` lists may be empty; unknown values are left as comments, so that nothing is made up. */
function scanLines({ missing }: Starter, { comments }: InitWords): string[] {
  if (!missing) return []
  if (missing.length === 0) return ['  "scan": {},']
  const told = missing.slice(0, MOST_MISSING)
  const values = told.map(
    ({ define, text }) => `    //   ${quoted(define)}: "https://…", // ${visible(text, 200)}`,
  )
  const rest = missing.length > told.length ? [`    //   ${comments.more(missing.length - told.length)}`] : []
  return [
    '  "scan": {',
    `    // ${comments.missing}`,
    '    // "define": {',
    ...values,
    ...rest,
    '    // },',
    '  },',
  ]
}

const MOST_MISSING = 20

function leftOutLines({ leftOut, undetermined, unread = [] }: Starter, words: InitWords): string[] {
  const { comments } = words
  const listed = (title: string, all: Starter['leftOut']) => {
    const lines = all.map(({ text, places }) => `  ${visible(text, 200)} (${placesText(places, words)})`)
    return all.length === 0 ? [] : [title, ...lines]
  }
  return [
    ...listed(comments.leftOut, leftOut),
    ...listed(comments.undetermined, undetermined),
    ...listed(comments.unread, unread),
  ]
}

/** Strings are quoted as in JSON, which YAML reads the same way. */
function yaml(starter: Starter, words: InitWords): string {
  const { comments } = words
  const limits = limitsOf(starter)
  const groups = lists(starter).flatMap(([api, own]) => {
    if (own.length === 0) return [`  ${api}: []`]
    const items = own.map(({ text, places }) => {
      const note = noteOf(starter, places, words)
      return `    - ${quoted(text)}${note === '' ? '' : ` # ${note}`}`
    })
    return [`  ${api}:`, ...items]
  })
  return `${[
    ...comments.head.map((line) => `# ${line}`),
    `$schema: ${quoted(starter.schema)}`,
    `# ${comments.platforms}`,
    `platforms: ${quoted(starter.platforms)}`,
    ...domainNotes(starter, words).map((line) => `# ${line}`),
    'domains:',
    ...groups,
    ...(limits ? ['limits:', `  domainsPerApi: ${limits.domainsPerApi}`] : []),
    ...(isFromSource(starter) ? [`# ${comments.madeFrom}`, 'madeFrom: "source"'] : []),
    ...leftOutLines(starter, words).map((line) => `# ${line}`),
    `# ${comments.optional}`,
    ...EXTRAS.map((line) => `# ${line.replace(/^"(\w+)"/, '$1').replace(/,$/, '')}`),
  ].join('\n')}\n`
}
