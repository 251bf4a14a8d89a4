/** The `rules` part: does each id exist, and does the rule have these parameters? */
import { FAMILIES, type Json, PLATFORM_IDS } from '../types.js'
import type { Check } from './meaning.js'
import { items, type Node, type Pair, pairs, plainValue } from './nodes.js'
import { describe } from './shape.js'
import { suggest } from './suggest.js'

/** Parameters with a closed set of words; a misspelled one must not pass for its opposite. */
const CHOICES: Record<string, Record<string, readonly string[]>> = {
  'domain/port': { ports: ['allow', 'forbid', 'undocumented'] },
  'domain/limit': { per: ['api', 'app'] },
  'domain/subdomain': { match: ['host', 'registrable-domain'] },
  'http/redirect': { family: FAMILIES, match: ['origin', 'registrable-domain'] },
  'tls/client-handshake': { platform: PLATFORM_IDS },
  'tls/version': { minimum: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] },
}

export function checkRules(node: Node | undefined, check: Check): void {
  const ids = Object.keys(check.known.rules)
  for (const { key: rule, at, value } of pairs(node)) {
    const known = Object.hasOwn(check.known.rules, rule) ? check.known.rules[rule] : undefined
    if (known === undefined) check.report(at, check.texts.unknownRule(rule, suggest(rule, ids)))
    else
      for (const parameter of pairs(items(value)[1])) checkParameter(rule, parameter, known.parameters, check)
  }
}

/** What is wrong with one parameter, at its key or at its value. */
function checkParameter(
  rule: string,
  { key, at, value }: Pair,
  defaults: { readonly [key: string]: Json },
  { texts, report }: Check,
): void {
  const names = Object.keys(defaults)
  if (!names.includes(key)) {
    report(at, texts.unknownParameter(rule, key, suggest(key, names)))
    return
  }
  const choices = CHOICES[rule]?.[key]
  const wanted = kindOf(defaults[key])
  const fits = choices ? choices.includes(String(plainValue(value))) : wanted === 'null' || isA(wanted, value)
  if (fits || wanted === 'null') return
  const expected = choices ? texts.oneOf(choices) : texts.kinds[wanted]
  report(value.at, texts.parameterType(rule, key, expected, describe(value, texts)))
}

function isA(wanted: Kind, node: Node): boolean {
  const written = plainValue(node)
  if (typeof written === 'number' && !(written >= 0 && written < Infinity)) return false
  return kindOf(written) === wanted
}

type Kind = 'string' | 'number' | 'boolean' | 'list' | 'map' | 'null'

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'map' : (typeof value as 'string' | 'number' | 'boolean')
}
