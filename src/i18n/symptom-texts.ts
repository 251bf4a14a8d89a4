import type { SymptomId } from '../../rules/symptoms/index.js'

/** What each symptom means and what to look at first. One without a text does not compile. */
export type SymptomTexts = Readonly<Record<SymptomId, string>>
