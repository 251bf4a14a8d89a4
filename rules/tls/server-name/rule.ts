import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { EndpointFacts, Handshake } from '../../../src/facts/index.js'
import { matchHost, rememberedCertificate } from '../../../src/x509/index.js'
import { A_CHAIN } from '../../presuppositions.js'

type Reasons = {
  pass: { sha256: string | null }
  'other-certificate': { names: string[]; sha256: string }
  refused: { by: string; alert: number | null }
  'warning-alert': { alert: number }
  'no-answer': { phase: string; cause: string }
}

/** unrecognized_name (RFC 6066 section 3). */
const UNRECOGNIZED_NAME = 112
/** Names shown at most; certificates of content networks hold hundreds. */
const SHOWN = 10

/** What clients without SNI get: gateways, health checks and old libraries; phones always send it. */
export default defineRule({
  id: 'tls/server-name',
  subject: 'endpoint',
  // The hello without SNI is a phone's hello in all other respects.
  presupposes: [
    ...A_CHAIN,
    { rule: 'tls/ats-cipher', failures: true },
    { rule: 'tls/client-handshake', reasons: ['cannot-connect'], failures: true },
  ],
  needs: ['endpoint', 'nameless'],
  evidence: evidence<Reasons>(),
  reasons: { 'other-certificate': 'fail', refused: 'fail', 'warning-alert': 'fail', 'no-answer': 'unknown' },
  judge({ endpoint, nameless }, _, { host }) {
    const accepted = Object.values(endpoint.handshakes).filter((answer) => answer.kind === 'accepted')
    if (accepted.length === 0) return [notApplicable]
    const warned = accepted.some(({ warningAlert }) => warningAlert === UNRECOGNIZED_NAME)
    const found = judgeNameless(nameless, endpoint, host)
    if (!warned) return [found]
    return [fail('warning-alert', { alert: UNRECOGNIZED_NAME }), ...(found.status === 'pass' ? [] : [found])]
  },
})

function judgeNameless(nameless: Handshake, { chains }: EndpointFacts, host: string): Finding<Reasons> {
  if (nameless.kind === 'refused') return fail('refused', { by: nameless.by, alert: nameless.alert ?? null })
  if (nameless.kind === 'no-answer')
    return unknown('no-answer', { phase: nameless.phase, cause: nameless.cause })
  const [leaf] = nameless.certificates ?? []
  if (leaf === undefined) return unknown('no-answer', { phase: 'handshake', cause: 'incomplete' })
  // The same certificate as with the name: whether it is the right one is up to certificate/hostname.
  const same = chains.some(({ certificates }) => certificates[0] === leaf)
  const certificate = rememberedCertificate(leaf)
  if (same || (certificate && matchHost(certificate, host).matches))
    return pass({ sha256: certificate?.sha256 ?? null })
  const names = [...(certificate?.subjectAltName?.dns ?? []), ...(certificate?.subjectAltName?.ip ?? [])]
  return fail('other-certificate', { names: names.slice(0, SHOWN), sha256: certificate?.sha256 ?? '' })
}
