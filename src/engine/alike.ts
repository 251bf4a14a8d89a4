/**
 * What servers answer alike is judged once: hosts behind one gateway show the same chain and take the same hellos. A
 * rule is a function of its facts, its parameters and the context, so that what was said of the same facts holds again,
 * unless the rule has looked at what is the target's own.
 */
import { digestOf, recent } from '../facts/index.js'
import type { Judgment } from './judgment.js'
import type { Rule, RuleContext } from './rule.js'
import type { Case } from './subjects.js'

/** The parts of a context that differ from target to target. */
const OWN: readonly string[] = ['host', 'port', 'scheme', 'registrySuffix', 'listed']

/** Distinct facts of which is known what the rules say; a long run meets any number of them. */
const MOST = 64

interface Memory {
  /** The context but for a target's own part. */
  shared: Readonly<Record<string, unknown>>
  /** By the facts, then by rule. */
  said: { of(key: string, make: () => Map<Rule, Judgment[]>): Map<Rule, Judgment[]> }
}

/** By the setting of a run. */
const memories = new WeakMap<object, Memory>()

function memoryOf(setting: object, context: RuleContext): Memory {
  const shared = Object.fromEntries(Object.entries(context).filter(([name]) => !OWN.includes(name)))
  const known = memories.get(setting)
  if (known && isSame(known.shared, shared)) return known
  const made: Memory = { shared, said: recent(MOST) }
  memories.set(setting, made)
  return made
}

function isSame(a: Memory['shared'], b: Memory['shared']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** What a rule says of one target's cases: `judged` with the context it is given, or the same as before. */
type Remembered = (
  rule: Rule,
  cases: readonly Case[],
  judged: (shown: RuleContext) => Judgment[],
) => Judgment[]

/** @param setting the same object for all that is judged by the same rules and clauses */
export function openAlike(setting: object, context: RuleContext): Remembered {
  const { said } = memoryOf(setting, context)
  const watched = watch(context)
  const keyOf = openKeys()
  return (rule, cases, judged) => {
    const known = said.of(cases.map((one) => keyOf(one, rule.needs)).join(), () => new Map())
    const before = known.get(rule)
    if (before) return before
    const looks = watched.looks()
    const judgments = judged(watched.context)
    if (watched.looks() === looks) known.set(rule, judgments)
    return judgments
  }
}

/** A key for what a rule is told of a case. */
function openKeys(): (one: Case, needs: readonly string[]) => string {
  const digests = new Map<unknown, string>()
  const digest = (value: unknown): string => {
    const known = digests.get(value) ?? digestOf(value)
    digests.set(value, known)
    return known
  }
  return (one, needs) => {
    if (one.kind !== 'facts') return digest(one)
    const facts = one.facts as Readonly<Record<string, unknown>>
    const parts = needs.map((need) => `${need} ${digest(facts[need])}`)
    return [digest(one.scope), digest(one.absent), ...parts].join()
  }
}

/** The same context; it counts how often somebody reads what is the target's own, also by copying it as a whole. */
function watch(context: RuleContext): { context: RuleContext; looks(): number } {
  let looks = 0
  const watched = { ...context }
  for (const name of OWN)
    Object.defineProperty(watched, name, {
      enumerable: true,
      get() {
        looks += 1
        return context[name as keyof RuleContext]
      },
    })
  return { context: watched, looks: () => looks }
}
