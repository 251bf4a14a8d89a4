import type { AnyRuleText, Texts } from '../../src/i18n/index.js'
import type { RuleId } from '../ids.js'
import type { SymptomId } from '../symptoms/index.js'

/** A rule without a text does not compile. */
export type RuleTexts = Readonly<Record<RuleId, AnyRuleText>>

/** All that is said in one language. */
export type Said = Omit<Texts, 'language'>

/** What is made of a rule's findings besides a sentence: their evidence has to hold what that takes. */
export interface InReports {
  /** Settings of servers that fix it. */
  snippet?: 'chain' | 'protocol'
  /** What it marks in the drawing of a chain. */
  chain?: 'missing' | 'dates' | 'surplus'
  /** What a list of renewals takes from it: an end that comes, or one that has come. */
  renewal?: 'soon' | 'over'
  /** Says why no certificate was seen. */
  explainsSilence?: true
  /** Holds the table of simulated phones. */
  clients?: true
  /** What open findings about the source are reported together by. */
  together?: 'missing-values' | 'unread-files'
}

/** What each symptom means and what to look at first. One without a text does not compile. */
export type SymptomTexts = Readonly<Record<SymptomId, string>>
