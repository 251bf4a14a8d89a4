/** The rules, parameters and reasons that a config may refer to. */
import type { Known } from '../config/types.js'
import { demandsOf } from '../engine/index.js'
import { PLATFORM_IDS } from '../types.js'
import type { RuleSet } from './plugins.js'

export const knownOf = ({ rules, clauses }: RuleSet): Known => ({
  rules: Object.fromEntries(
    rules.map((rule) => {
      const { id, parameters, choices, reasons, fixed = false } = rule
      const platforms = demandsOf(rule, PLATFORM_IDS, clauses).map(({ platform }) => platform)
      return [id, { parameters, choices, reasons: Object.keys(reasons), platforms, fixed }]
    }),
  ),
})
