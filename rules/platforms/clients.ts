/** Demands about simulated phones and about the addresses of a name: levels and sentences. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { Family, PlatformId, Runtime } from '../../src/types.js'
import type { ClauseOf, LevelsOf } from '../all.js'
import { follows } from './quotations/index.js'

const HANDSHAKE: LevelsOf<'tls/client-handshake'> = {
  'cannot-connect': 'error',
  unconfirmed: 'error',
  'no-answer': 'error',
  'legacy-cannot-connect': 'warning',
  'legacy-unconfirmed': 'warning',
  'legacy-no-answer': 'warning',
}

interface Sentences {
  handshake: Citation
  name: Citation
  addresses: Citation
}

const SENTENCES: Record<Family, Sentences> = {
  wechat: {
    handshake: follows('wechat.strictness'),
    name: follows('wechat.name'),
    addresses: follows('wechat.highest'),
  },
  alipay: {
    handshake: follows('alipay.strictness'),
    name: follows('alipay.highest'),
    addresses: follows('alipay.https'),
  },
  mpaas: {
    handshake: follows('mpaas.strictness'),
    name: follows('mpaas.highest'),
    addresses: follows('mpaas.outside'),
  },
}

type ClientClause = ClauseOf<
  'tls/client-handshake' | 'tls/hello-size' | 'tls/server-name' | 'dns/ipv6' | 'dns/consistent'
>

export function clientClauses(family: Family, runtimes: readonly Runtime[]): Clause[] {
  const { handshake, name, addresses } = SENTENCES[family]
  return runtimes.flatMap((runtime): ClientClause[] => {
    const on = [runtime]
    const platform = `${family}-${runtime}` as PlatformId
    return [
      { rule: 'tls/client-handshake', on, level: HANDSHAKE, parameters: { platform }, cite: handshake },
      { rule: 'tls/hello-size', on, level: 'error', parameters: { platform }, cite: handshake },
      { rule: 'tls/server-name', on, level: 'info', cite: name },
      { rule: 'dns/ipv6', on, level: 'warning', cite: addresses },
      { rule: 'dns/consistent', on, level: 'warning', cite: addresses },
    ]
  })
}
