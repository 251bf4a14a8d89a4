import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { A_HOST } from '../../presuppositions.js'
import { SCHEME_OF_API } from '../entry-rule.js'

type Port = { port: number; host: string }

/** Platforms compare ports as text, or accept none at all; `undocumented`: the platform doesn't say. */
export default defineRule({
  id: 'domain/port',
  subject: 'entry',
  presupposes: A_HOST,
  needs: ['entry'],
  parameters: { ports: 'allow' as 'allow' | 'forbid' | 'undocumented' },
  choices: { ports: ['allow', 'forbid', 'undocumented'] },
  evidence: evidence<{
    pass: { port: null }
    'https-port': Port
    'default-port': Port
    'wss-port': Port
    undocumented: Port
    forbidden: Port
  }>(),
  reasons: {
    'https-port': 'fail',
    'default-port': 'fail',
    'wss-port': 'fail',
    undocumented: 'fail',
    forbidden: 'fail',
  },
  rejects: ['forbidden'],
  judge({ entry: { entry, port, host, hostText, syntax } }, { ports }) {
    const scheme = SCHEME_OF_API[entry.api]
    if (syntax.includes('bad-port') || syntax.includes('empty-port')) return [notApplicable]
    if (scheme === 'udp' || scheme === 'tcp') return [notApplicable]
    if (port === null) return [pass({ port })]
    const found = { port, host: host ?? hostText }
    if (ports === 'undocumented') return [fail('undocumented', found)]
    if (ports !== 'allow') return [fail('forbidden', found)]
    if (scheme === 'wss') return [fail('wss-port', found)]
    return [fail(port === 443 ? 'default-port' : 'https-port', found)]
  },
})
