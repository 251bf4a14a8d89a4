/** Named paths that get no answer on a server that answers others: the mini program calls them all. */
import { type Finding, fail, unknown } from '../../../src/engine/rule.js'
import { type HttpEnding, type HttpFact, unanswered } from '../../../src/facts/index.js'
import type { Reasons } from './reasons.js'

export const pathFindings = (http: HttpFact): Finding<Reasons>[] =>
  unanswered(http).flatMap(({ path, ending }) => judgeOne(path, ending))

function judgeOne(path: string, ending: HttpEnding): Finding<Reasons>[] {
  switch (ending.kind) {
    case 'answered':
      return []
    case 'not-http':
      return [fail('not-http', { path, problem: ending.problem, got: ending.got })]
    case 'ended':
      return [fail('path-ended', { path, phase: ending.phase, alert: ending.alert })]
    case 'silent':
      return [unknown('path-silent', { path, phase: ending.phase, cause: ending.cause })]
  }
}
