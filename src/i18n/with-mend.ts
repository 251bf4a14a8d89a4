import type { AnyRuleText } from './index.js'

/** Advice stands in a file of its own: it is read with the rule's page, not with its findings. */
export function withMend(
  rules: Readonly<Record<string, AnyRuleText>>,
  advice: Readonly<Record<string, string>>,
): Record<string, AnyRuleText> {
  return Object.fromEntries(
    Object.entries(rules).map(([id, text]) => {
      const mend = advice[id]
      return [id, mend === undefined ? text : { ...text, mend }]
    }),
  )
}
