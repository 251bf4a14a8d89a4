/** The rules as people read about them: what, why, which platform requires it, and the source. */
import { CLAUSES, RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { type Demand, demandsOf, NOT_KNOWN, type Rule } from '../engine/index.js'
import type { Texts } from '../i18n/index.js'
import { type Language, PLATFORM_IDS, type RuleDescription } from '../types.js'
import { referenceTo } from './render.js'

export async function ruleCatalogue(language: Language): Promise<RuleDescription[]> {
  const texts = await textsOf(language)
  return RULES.map((rule) => {
    const text = texts.rules[rule.id]
    const reasons = Object.keys(rule.reasons)
    return {
      id: rule.id,
      title: text?.title ?? rule.id,
      why: text?.why ?? '',
      howToFix: text?.howToFix ?? '',
      subject: rule.subject,
      parameters: rule.parameters,
      reasons,
      unknown: unknownOf(rule, texts),
      platforms: demandsOf(rule, PLATFORM_IDS, CLAUSES).map((demand) => ({
        platform: demand.platform,
        levels: demand.notKnown
          ? { [NOT_KNOWN]: demand.topLevel }
          : Object.fromEntries(
              reasons.flatMap((reason) => {
                const level = demand.levelOf(reason)
                return level === 'error' || level === 'warning' || level === 'info'
                  ? [[reason, level] as const]
                  : []
              }),
            ),
        parameters: demand.parameters,
        reference: referenceTo(demand.cite, language),
        ...ownReferences(demand, reasons, language),
      })),
    }
  })
}

function unknownOf({ id, subject, reasons }: Rule, { rules, unknown }: Texts): RuleDescription['unknown'] {
  const own = Object.keys(reasons).filter((reason) => reasons[reason] !== 'fail')
  const missing = unknown.subjects[subject]
  return [
    ...own.map((reason) => ({ reason, when: rules[id]?.unknown?.[reason] ?? reason })),
    ...(missing === undefined ? [] : [{ when: missing }]),
    { when: unknown.always },
  ]
}

/** Reasons with a source of their own. */
function ownReferences(
  { cite, citeOf }: Demand,
  reasons: readonly string[],
  language: Language,
): Pick<RuleDescription['platforms'][number], 'references'> {
  const own = reasons.filter((reason) => citeOf(reason) !== cite)
  if (own.length === 0) return {}
  return {
    references: Object.fromEntries(own.map((reason) => [reason, referenceTo(citeOf(reason), language)])),
  }
}
