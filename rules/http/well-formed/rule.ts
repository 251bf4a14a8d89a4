import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { ConflictFact, Decoding, FramingFact, HttpAnswer } from '../../../src/facts/index.js'
import { A_CONNECTION } from '../../presuppositions.js'

type Coded = { path: string; encoding: string }

export type Misframed = { path: string; problem: FramingFact['problem']; value: string }

type Reasons = {
  pass: { paths: string[] }
  /** Chromium's network stack gives up such a response whatever its status. */
  conflict: { path: string; field: ConflictFact['field']; values: [string, string] }
  /** 407 is for proxies: from a server, clients take it for an attack. */
  'proxy-authentication': { path: string }
  /** OkHttp refuses it (CallServerInterceptor), and what follows on the connection may be taken for the next answer. */
  'promised-content': { path: string; status: number; length: number }
  /** Chromium and OkHttp read the end of such an answer differently. */
  misframed: Misframed
  unended: { path: string; bytes: number; timeout: number }
  undecodable: Coded
  'ends-early': Coded
  /** Clients differ: some don't look at what follows the data. */
  damaged: Coded & { how: 'checksum' | 'surplus' | 'empty' }
  'not-decoded': Coded
  'no-answer': { path: string; phase: string; cause: string }
}

/** Clients hand every answer on: nothing in it makes their network stack give up. */
export default defineRule({
  id: 'http/well-formed',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  evidence: evidence<Reasons>(),
  reasons: {
    conflict: 'fail',
    'proxy-authentication': 'fail',
    'promised-content': 'fail',
    misframed: 'fail',
    unended: 'fail',
    undecodable: 'fail',
    'ends-early': 'fail',
    damaged: 'fail',
    'not-decoded': 'unknown',
    'no-answer': 'unknown',
  },
  judge({ http }) {
    const all = http.paths.flatMap(({ path, exchanges }) => exchanges.map(({ answer }) => ({ path, answer })))
    const findings = all.flatMap(({ path, answer }) => judgeAnswer(path, answer, http.timeoutMs))
    if (findings.length > 0) return findings
    const paths = all.flatMap(({ path, answer }) => (answer.kind === 'answered' ? [path] : []))
    return [paths.length > 0 ? pass({ paths: [...new Set(paths)] }) : notApplicable]
  },
})

function judgeAnswer(path: string, answer: HttpAnswer, timeout: number): Finding<Reasons>[] {
  if (answer.kind === 'no-answer') {
    const { phase, cause } = answer
    return [unknown('no-answer', { path, phase, cause })]
  }
  // http/reachable and http/status report what is no HTTP.
  if (answer.kind === 'malformed') return []
  const { status, conflicts = [], framing = [], promised, encoding, decoding = 'not-read', body } = answer
  const faults: Finding<Reasons>[] = conflicts.map(({ field, values }) =>
    fail('conflict', { path, field, values }),
  )
  for (const { problem, value } of framing) faults.push(fail('misframed', { path, problem, value }))
  if (body.cut === 'timeout') faults.push(fail('unended', { path, bytes: body.bytes, timeout }))
  if (status === 407) faults.push(fail('proxy-authentication', { path }))
  if (promised !== undefined) faults.push(fail('promised-content', { path, status, length: promised }))
  return encoding === undefined ? faults : [...faults, ...judgeCoding({ path, encoding }, decoding)]
}

function judgeCoding(coded: Coded, decoding: Decoding): Finding<Reasons>[] {
  switch (decoding) {
    case 'decoded':
    case 'no-coding':
      return []
    case 'not-read':
      return [unknown('not-decoded', coded)]
    case 'undecodable':
    case 'ends-early':
      return [fail(decoding, coded)]
    default:
      return [fail('damaged', { ...coded, how: decoding })]
  }
}
