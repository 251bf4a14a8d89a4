import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
  unlessTold,
} from '../../../src/engine/rule.js'
import type { HttpResponse, PathFact } from '../../../src/facts/index.js'
import { A_CONNECTION } from '../../presuppositions.js'

/** ASCII is UTF-8 too. */
const UTF8 = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii'])
const TEXT = /^[ \t]*(?:text\/|[^;]*\b(?:json|xml|javascript)\b)/i

type Reasons = {
  pass: { paths: string[] }
  declared: { path: string; charset: string }
  invalid: { path: string; contentType: string }
  'byte-order-marks': { path: string; boms: number }
  compressed: { path: string; encoding: string }
  'no-answer': { path: string; phase: string; cause: string }
}

/** Text must be UTF-8, declared as UTF-8 or not at all, with at most one byte order mark. */
export default defineRule({
  id: 'http/charset',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  evidence: evidence<Reasons>(),
  reasons: {
    declared: 'fail',
    invalid: 'fail',
    'byte-order-marks': 'fail',
    compressed: 'unknown',
    'no-answer': 'unknown',
  },
  judge({ http }) {
    const paths: string[] = []
    const findings = http.paths.flatMap(({ path, exchanges }): Finding<Reasons>[] => {
      const answer = exchanges.at(-1)?.answer
      if (answer?.kind === 'no-answer')
        return [unknown('no-answer', { path, phase: answer.phase, cause: answer.cause })]
      if (answer?.kind !== 'answered' || !isText(answer)) return []
      paths.push(path)
      return judgeText(path, answer)
    })
    if (findings.length > 0) return findings
    return [paths.length > 0 ? pass({ paths }) : notApplicable]
  },
})

const isText = ({ contentType }: HttpResponse): boolean => TEXT.test(contentType ?? '')

/** A declared charset explains bytes that aren't UTF-8: one finding is enough. */
function judgeText(
  path: PathFact['path'],
  { charset, contentType = '', encoding, body }: HttpResponse,
): Finding<Reasons>[] {
  const boms = body.boms > 1 ? [fail('byte-order-marks', { path, boms: body.boms })] : []
  if (charset !== undefined && !UTF8.has(charset)) return [fail('declared', { path, charset }), ...boms]
  if (encoding !== undefined && body.utf8 === 'not-read')
    return [unlessTold(unknown('compressed', { path, encoding }), 'http/well-formed')]
  return body.utf8 === 'invalid' ? [fail('invalid', { path, contentType }), ...boms] : boms
}
