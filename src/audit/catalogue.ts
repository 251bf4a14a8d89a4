/** The rules as people read about them: what, why, who demands it, from which sentence. */
import { CLAUSES, RULES } from '../../rules/index.js'
import { demandsOf } from '../engine/index.js'
import { textsOf } from '../i18n/index.js'
import type { Json, Language, Level, PlatformId, Reference } from '../types.js'
import { PLATFORM_IDS } from '../types.js'

export interface RuleEntry {
  id: string
  title: string
  why: string
  /** How to mend it, in general; empty where that depends on the finding alone. Lines of commands are indented. */
  mend: string
  /** What it judges: `entry`, `list`, `target`, `endpoint` or `chain`. */
  subject: string
  parameters: Record<string, Json>
  reasons: string[]
  platforms: {
    platform: PlatformId
    /** By reason code; a reason that is not demanded there is missing. */
    levels: Record<string, Level>
    parameters: Record<string, Json>
    reference: Reference & { readOn: string }
  }[]
}

export async function ruleCatalogue(language: Language): Promise<RuleEntry[]> {
  const texts = await textsOf(language)
  return RULES.map((rule) => {
    const text = texts.rules[rule.id]
    const reasons = Object.keys(text?.reasons ?? {})
    return {
      id: rule.id,
      title: text?.title ?? rule.id,
      why: text?.why ?? '',
      mend: text?.mend ?? '',
      subject: rule.subject,
      parameters: rule.parameters,
      reasons,
      platforms: demandsOf(rule, PLATFORM_IDS, CLAUSES).map((demand) => ({
        platform: demand.platform,
        levels: Object.fromEntries(
          reasons.flatMap((reason) => {
            const level = demand.levelOf(reason)
            return level === null ? [] : [[reason, level] as const]
          }),
        ),
        parameters: demand.parameters,
        reference: demand.cite,
      })),
    }
  })
}
