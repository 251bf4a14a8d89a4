/** What leaves a rule without a verdict, in general: read with the rule's page. */
export interface UnknownTexts {
  /** By subject of a rule: facts of it that were not had. A subject without one is always at hand. */
  subjects: Readonly<Record<string, string>>
  /** By rule and reason. */
  reasons: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Of every rule. */
  always: string
}
