import type { AnyRuleText, Texts } from '../../src/i18n/index.js'
import type { RuleId } from '../ids.js'
import type { SymptomId } from '../symptoms/index.js'

/** A rule without a text does not compile. */
export type RuleTexts = Readonly<Record<RuleId, AnyRuleText>>

/** All that is said in one language. */
export type Said = Omit<Texts, 'language'>

/** What each symptom means and what to look at first. One without a text does not compile. */
export type SymptomTexts = Readonly<Record<SymptomId, string>>
