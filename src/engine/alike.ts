/**
 * Identical answers are judged once: hosts behind one gateway send the same chain and accept the same hellos. A rule is
 * a function of its facts, its parameters and the context, so its result holds for equal facts, unless the rule has
 * read a part of the context that is specific to the target.
 */
import { digestOf, recent } from '../facts/index.js'
import type { Judgment } from './judgment.js'
import type { Rule, RuleContext } from './rule.js'
import type { Case } from './subjects.js'

/** The parts of a context that are specific to a target. */
const OWN: readonly string[] = ['host', 'port', 'scheme', 'registrySuffix', 'listed']

/** Distinct facts whose results are cached; a long run sees any number of them. */
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

/** A rule's result for one target's cases: `judged` with the given context, or the cached one. */
type Remembered = (
  rule: Rule,
  cases: readonly Case[],
  judged: (shown: RuleContext) => Judgment[],
) => Judgment[]

/** @param setting the same object for everything judged by the same rules and clauses */
export function openAlike(setting: object, context: RuleContext): Remembered {
  const { said } = memoryOf(setting, context)
  const watched = watch(context)
  const keyOf = openKeys()
  return (rule, cases, judged) => {
    const known = said.of(keyOf(cases, rule.needs), () => new Map())
    const before = known.get(rule)
    if (before) return before
    const looks = watched.looks()
    const judgments = judged(watched.context)
    if (watched.looks() === looks) known.set(rule, judgments)
    return judgments
  }
}

/** A cache key for the facts that rules with the same needs get of a target's cases. */
function openKeys(): (cases: readonly Case[], needs: readonly string[]) => string {
  const digest = openDigests()
  const known = new Map<readonly Case[], Map<string, string>>()
  const keyOf = (one: Case, needs: readonly string[]): string => {
    if (one.kind !== 'facts') return digest(one)
    const facts = one.facts as Readonly<Record<string, unknown>>
    const parts = needs.map((need) => `${need} ${digest(facts[need])}`)
    return [digest(one.scope), digest(one.absent), ...parts].join()
  }
  return (cases, needs) => {
    const ofCases = known.get(cases) ?? new Map<string, string>()
    known.set(cases, ofCases)
    const which = needs.join()
    const key = ofCases.get(which) ?? cases.map((one) => keyOf(one, needs)).join()
    ofCases.set(which, key)
    return key
  }
}

/** Digests of facts; each fact is serialized once, though several rules use it. */
function openDigests(): (value: unknown) => string {
  const digests = new Map<unknown, string>()
  const digest = (value: unknown): string => {
    const known = digests.get(value) ?? digestOf(inShort(value, digest))
    digests.set(value, known)
    return known
  }
  return digest
}

/** The same, with digests in place of long parts that occur in many facts: lists of certificates. */
function inShort(value: unknown, digest: (value: unknown) => string): unknown {
  if (!isRecord(value)) return value
  return Object.entries(value).map(([name, part]) => {
    if (name === 'handshakes' || name === 'clients') return [name, digest(part)]
    if (name === 'chains' && Array.isArray(part)) return [name, part.map(digest)]
    return [name, name === 'certificates' ? digest(part) : withoutLists(part, digest)]
  })
}

function withoutLists(part: unknown, digest: (value: unknown) => string): unknown {
  if (!isRecord(part) || part.certificates === undefined) return part
  const { certificates, ...rest } = part
  return { certificates: digest(certificates), rest }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same context; it counts reads of target-specific parts, including copying the whole. */
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
