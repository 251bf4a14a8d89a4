import { CLAUSES } from '../../../rules/index.js'
import { readEntry } from '../../../src/config/index.js'
import type { Finding, Parameters, Rule } from '../../../src/engine/rule.js'
import type { CallFact, SettingFact } from '../../../src/facts/index.js'
import type { ApiName, Family } from '../../../src/types.js'
import { context, facts } from '../domain/helpers.js'

export { levelOf, words } from '../domain/helpers.js'

/** A project rule with the parameters one family's clause gives it. */
// biome-ignore lint/suspicious/noExplicitAny: any rule of these subjects
type Any = Rule<string, any, any, any>

export const place = { file: 'pages/index.js', line: 3, column: 5 }

export function callOf(change: Partial<CallFact> = {}): CallFact {
  return {
    place,
    callee: 'wx.request',
    api: 'request',
    families: ['wechat'],
    urls: [],
    undetermined: null,
    methods: [],
    headers: [],
    ...change,
  }
}

interface Options {
  family?: Family
  parameters?: Parameters
  call?: Partial<CallFact>
  complete?: boolean
  /** Entries as `api text`; null: no list is known. */
  listed?: string[] | null
  near?: string
}

export function judgeFacts(rule: Any, given: object, options: Options = {}): Finding[] {
  const { family = 'wechat', parameters } = options
  const clause = CLAUSES[family].find(({ rule: id }) => id === rule.id)
  return rule.judge(given, { ...rule.parameters, ...clause?.parameters, ...parameters }, context)
}

/** @param text null for a URL that could not be determined */
export async function judgeUrl(rule: Any, text: string | null, options: Options = {}): Promise<Finding[]> {
  const { family = 'wechat', listed = [], near = null, complete = true } = options
  const call = callOf({ families: [family], ...options.call })
  const origin = text === null ? '' : (/^[a-z]+:\/\/[^/?#]*/i.exec(text)?.[0] ?? text)
  const called =
    text === null
      ? null
      : {
          url: { text, complete, place },
          origin: await readEntry({ family, api: call.api as ApiName, text: origin }),
        }
  const entries = listed === null ? null : await facts(listed, family)
  return judgeFacts(rule, { call, called, listed: entries, near, missing: null }, options)
}

export function settingOf(change: Partial<SettingFact>): { setting: SettingFact } {
  return { setting: { place, key: 'urlCheck', name: 'setting.urlCheck', value: false, ...change } }
}
