import { defineRule, evidence, fail, pass } from '../../../src/engine/rule.js'
import type { EntryFact, SyntaxProblem } from '../../../src/facts/index.js'

/** Parts shown at most. */
const SHOWN = 20

/** A server domain is a bare origin: scheme, name, perhaps a port, and nothing else. */
export default defineRule({
  id: 'domain/syntax',
  subject: 'entry',
  needs: ['entry'],
  evidence: evidence<{
    pass: { text: string }
    malformed: { problems: SyntaxProblem[]; text: string }
    several: { text: string; parts: string[]; count: number }
    'trailing-slash': { text: string; cut: string }
    folded: { folded: EntryFact['folded']; text: string; host: string | null }
  }>(),
  reasons: { malformed: 'fail', several: 'fail', 'trailing-slash': 'fail', folded: 'fail' },
  rejects: ['malformed', 'several'],
  judge({ entry: { text, syntax, folded, host, several } }) {
    if (several) return [fail('several', { text, parts: several.slice(0, SHOWN), count: several.length })]
    const problems = syntax.filter((problem) => problem !== 'trailing-slash')
    const findings = [
      ...(problems.length > 0 ? [fail('malformed', { problems, text })] : []),
      ...(syntax.includes('trailing-slash')
        ? [fail('trailing-slash', { text, cut: text.replace(/\/+$/, '') })]
        : []),
      ...(folded.length > 0 ? [fail('folded', { folded, text, host })] : []),
    ]
    return findings.length > 0 ? findings : [pass({ text })]
  },
})
