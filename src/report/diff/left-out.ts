/** What a report left out: a comparison says so before it says what changed. */
import type { Report, Result } from '../../types.js'
import { hostLabel } from '../labels.js'
import type { LeftOut } from './types.js'

export function leftOutOf({ scope, config, targets }: Report): LeftOut {
  const { rulesOff, levelsLowered, parametersChanged } = scope
  const waivedIn = (results: readonly Result[], host: string) =>
    results.flatMap(({ rule, status, entry }) =>
      status === 'waived' ? [[rule, host || (entry?.text ?? '')].join(' ').trim()] : [],
    )
  const waived = [
    ...waivedIn(config, ''),
    ...targets.flatMap((target) => waivedIn(target.results, hostLabel(target))),
  ]
  const undetermined = targets.filter(({ verdicts }) => Object.values(verdicts).includes('unknown'))
  return {
    ...{ rulesOff, levelsLowered, parametersChanged },
    waived: [...new Set(waived)],
    undetermined: undetermined.map(hostLabel),
  }
}

/** Is the rule, or this level of it, lower in the later report alone? */
export function loweredIn(before: LeftOut, after: LeftOut): (rule: string) => boolean {
  const known = new Set(before.levelsLowered)
  const rules = new Set(after.levelsLowered.filter((one) => !known.has(one)).map((one) => one.split(' ')[0]))
  return (rule) => rules.has(rule)
}
