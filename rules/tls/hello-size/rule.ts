import { clientById, clientsOf, tierOf } from '../../../src/clients/index.js'
import { defineRule, evidence, fail, leftTo, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { PLATFORM_IDS } from '../../../src/types.js'
import { A_SERVER_HELLO } from '../../presuppositions.js'
import { lengthLimit } from '../hello-length.js'

/** Bytes of the shortest hello rejected and of the longest answered; `clients` are the names of those rejected. */
type Limit = { shortest: number; longest: number; alert: number | null; clients: string[] }

type Reasons = {
  /** Bytes of the longest hello answered. */
  pass: { longest: number }
  cut: Limit
  silent: Limit
}

/**
 * Current phones send an ML-KEM key share, which makes a hello too large for one TCP segment; some middleboxes look at
 * the first segment only.
 */
export default defineRule({
  id: 'tls/hello-size',
  subject: 'endpoint',
  presupposes: A_SERVER_HELLO,
  needs: ['endpoint', 'clients'],
  parameters: { platform: PLATFORM_IDS[0] },
  choices: { platform: PLATFORM_IDS },
  evidence: evidence<Reasons>(),
  reasons: { cut: 'fail', silent: 'unknown' },
  judge({ endpoint, clients }, { platform }, { supportedOs, legacyOs }) {
    const supported = clientsOf(platform).filter(
      (client) => tierOf(client, supportedOs, legacyOs) === 'supported',
    )
    const own = new Set(supported.map(({ id }) => id))
    const limit = lengthLimit(clients, endpoint)
    if (limit?.clients.some((id) => own.has(id))) {
      const { shortest, longest, alert } = limit
      const names = limit.clients.flatMap((id) => clientById(id)?.name ?? [])
      const found = { shortest, longest, alert, clients: names }
      return [limit.fate === 'cut' ? fail('cut', found) : unknown('silent', found)]
    }
    const sent = clients.flatMap((fact) => (fact.basis === 'connected' && own.has(fact.client) ? [fact] : []))
    if (sent.length === 0) return [notApplicable]
    const answered = sent.filter(({ handshake }) => handshake.kind === 'accepted')
    if (answered.length < sent.length) return [leftTo('tls/client-handshake')]
    return [pass({ longest: Math.max(...answered.map(({ helloBytes = 0 }) => helloBytes)) })]
  },
})
