/**
 * The public suffix list, as the package psl carries it. psl itself turns all ten thousand rules into A-labels when it
 * is loaded, which takes a tenth of a short audit; here only those are turned that need it. The only importer of psl.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { domainToASCII, pathToFileURL } from 'node:url'

/** How many labels the public suffix of a name has; `listed`: a rule says so, not the default for unknown ones. */
export interface PublicSuffix {
  labels: number
  listed: boolean
  /** The name has a label more. */
  registrable: boolean
}

/** Null for what is no name, for `local`, and for a single label that no rule names. */
export type PublicSuffixes = (host: string) => PublicSuffix | null

/** Takes lower-case A-labels without a trailing dot. */
export async function loadPublicSuffixes(): Promise<PublicSuffixes> {
  const rules = await loadRules()
  return rules ? (host) => find(host, rules) : askPsl()
}

type Kind = 'plain' | 'wildcard' | 'exception'
type Rules = ReadonlyMap<string, Kind>

/** The list lies beside psl's code, but psl does not promise that: null when it does not. */
async function loadRules(): Promise<Rules | null> {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve('psl')))
    const { default: list } = await import(pathToFileURL(join(folder, 'data/rules.js')).href)
    return indexRules(list)
  } catch {
    return null
  }
}

const KINDS: Readonly<Record<string, Kind>> = { '*': 'wildcard', '!': 'exception' }

function indexRules(list: readonly string[]): Rules {
  return new Map(
    list.map((rule) => {
      const kind = KINDS[rule[0] ?? ''] ?? 'plain'
      const suffix = kind === 'plain' ? rule : rule.slice(kind === 'wildcard' ? 2 : 1)
      return [/^[\x20-\x7e]*$/.test(suffix) ? suffix : domainToASCII(suffix), kind]
    }),
  )
}

/** RFC 1034 section 3.1 for lengths; underscores are no host's, but names with them are asked for all the same. */
const NAME = /^(?=.{1,255}$)(?:(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.|$))+(?<!\.)$/

/** The longest rule that fits (publicsuffix.org/list, "Algorithm"). */
function find(host: string, rules: Rules): PublicSuffix | null {
  if (!NAME.test(host)) return null
  const all = host.split('.')
  if (all.at(-1) === 'local') return null
  for (let at = 0; at < all.length; at++) {
    const kind = rules.get(all.slice(at).join('.'))
    if (kind === undefined) continue
    const own = all.length - at
    const labels = kind === 'exception' ? own - 1 : kind === 'wildcard' && at > 0 ? own + 1 : own
    return { labels, listed: true, registrable: all.length > labels }
  }
  return all.length < 2 ? null : { labels: 1, listed: false, registrable: true }
}

async function askPsl(): Promise<PublicSuffixes> {
  const { default: psl } = await import('psl')
  return (host) => {
    const parsed = psl.parse(host)
    if (parsed.error !== undefined || parsed.tld === null) return null
    const { listed, domain, tld } = parsed
    return { labels: tld.split('.').length, listed, registrable: domain !== null }
  }
}
