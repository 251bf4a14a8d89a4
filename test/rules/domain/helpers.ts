import { CLAUSES } from '../../../rules/index.js'
import { readEntry } from '../../../src/config/index.js'
import type { Finding, Parameters, Rule, RuleContext } from '../../../src/engine/rule.js'
import type { EntryFact } from '../../../src/facts/index.js'
import type { ApiName, Family } from '../../../src/types.js'

export const context: RuleContext = {
  now: Date.parse('2026-11-20T00:00:00Z'),
  host: '',
  port: 443,
  scheme: 'https',
  supportedOs: { ios: '15', android: '10' },
  legacyOs: { ios: '12', android: '7.0' },
  ca: [],
  registrySuffix: null,
  fetch: true,
}

type Options = { family?: Family; parameters?: Parameters; given?: boolean }

/** A domain rule with the parameters one family's clause gives it. */
// biome-ignore lint/suspicious/noExplicitAny: any rule of these subjects
type Any = Rule<string, any, any, any>

function parametersOf(rule: Any, { family = 'wechat', parameters }: Options): Parameters {
  const clause = CLAUSES[family].find(({ rule: id }) => id === rule.id)
  return { ...rule.parameters, ...clause?.parameters, ...parameters }
}

export async function judgeEntry(
  rule: Any,
  api: ApiName,
  text: string,
  options: Options = {},
): Promise<Finding[]> {
  const entry = await readEntry({ family: options.family ?? 'wechat', api, text })
  return rule.judge({ entry, given: options.given ?? false }, parametersOf(rule, options), context)
}

/** Entries as `api text`; each on a line of its own from 1. */
export async function facts(lines: string[], family: Family = 'wechat'): Promise<EntryFact[]> {
  return Promise.all(
    lines.map((written, index) => {
      const [api = '', text = ''] = written.split(/ (.*)/s)
      return readEntry({ family, api: api as ApiName, text, file: 'c.json', line: index + 1, column: 1 })
    }),
  )
}

export async function judgeList(
  rule: Any,
  lines: string[],
  options: Options & {
    limits?: { domainsPerApi: number; domainsPerApp: number }
    icp?: Record<string, string>
  } = {},
): Promise<Finding[]> {
  const entries = await facts(lines, options.family)
  const { limits = { domainsPerApi: 20, domainsPerApp: 30 }, icp = {} } = options
  return rule.judge({ entries, limits, icp }, parametersOf(rule, options), context)
}

/** Each finding as one word: `pass`, `not-applicable`, or its reason, an unknown one with a `?`. */
export function words(findings: Finding[]): string[] {
  return findings.map((finding) =>
    'reason' in finding ? `${finding.reason}${finding.status === 'unknown' ? '?' : ''}` : finding.status,
  )
}

/** The level a family's clause gives a reason; undefined where it does not demand it. */
export function levelOf(family: Family, rule: Any, reason: string): string | undefined {
  const level = CLAUSES[family].find(({ rule: id }) => id === rule.id)?.level
  return typeof level === 'string' ? level : level?.[reason]
}
