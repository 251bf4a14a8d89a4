/** Rules and clauses made up to see what the engine makes of them. */
import {
  type Clause,
  defineRule,
  type Evidence,
  evidence,
  type Finding,
  type Judgment,
  judgeTarget,
  type Rule,
  type RuleOverride,
} from '../../src/engine/index.js'
import type { TargetFacts } from '../../src/facts/index.js'
import { byFamily } from '../../src/platforms/index.js'
import type { PlatformId } from '../../src/types.js'
import { context } from '../helpers/chains.js'

const CITE = { title: 'a page', quote: 'a sentence', readOn: '2026-11-20' }

/** A rule over the whole target that finds what it is told to. */
export const finding = (...found: Finding[]): Rule =>
  defineRule({
    id: 'test/rule',
    subject: 'target',
    needs: [],
    evidence: evidence<{ pass: Evidence; a: Evidence; b: Evidence; c: Evidence }>(),
    reasons: { a: 'either', b: 'either', c: 'either' },
    judge: () => found as never,
  })

export const clause = (on: Clause['on'], level: Clause['level'], more: Partial<Clause> = {}): Clause => ({
  rule: 'test/rule',
  on,
  level,
  cite: CITE,
  ...more,
})

export const PLATFORMS: PlatformId[] = ['wechat-ios', 'wechat-android', 'wechat-devtools']

export function run(
  rule: Rule,
  clauses: readonly Clause[],
  facts: TargetFacts,
  override: RuleOverride = {},
  platforms: readonly PlatformId[] = PLATFORMS,
): Judgment[] {
  return judgeTarget(facts, context(), {
    rules: [rule],
    clauses: { ...byFamily(() => []), wechat: clauses },
    overrides: { [rule.id]: override },
    platforms,
  })
}
