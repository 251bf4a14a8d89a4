import type { AnyRuleText, Texts } from '../../src/i18n/index.js'
import type { RuleId } from '../ids.js'
import type { SymptomId } from '../symptoms/index.js'

/** A rule without a text does not compile. */
export type RuleTexts = Readonly<Record<RuleId, AnyRuleText>>

/** All texts of one language. */
export type Said = Omit<Texts, 'language'>

/** How reports use a rule's findings besides printing them: the evidence must contain what that takes. */
export interface InReports {
  /** Server settings that fix it. */
  snippet?: 'chain' | 'protocol'
  /** What it marks in the diagram of the chain. */
  chain?: 'missing' | 'dates' | 'surplus'
  /** What the list of renewals takes from it: an expiry ahead, or one that has passed. */
  renewal?: 'soon' | 'over'
  /** Explains why no certificate was seen. */
  explainsSilence?: true
  /** Contains the table of simulated phones. */
  clients?: true
  /** How open findings about the source are grouped. */
  together?: 'missing-values' | 'unread-files'
}

/** What each symptom means and what to check first. One without a text does not compile. */
export type SymptomTexts = Readonly<Record<SymptomId, string>>
