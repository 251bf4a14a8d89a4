import { defineRule, evidence, fail } from '../../../src/engine/rule.js'

/** Anyone can unpack a mini program and read its contents. Secrets are masked in evidence. */
export default defineRule({
  id: 'project/app-secret',
  subject: 'secret',
  needs: ['secret'],
  evidence: evidence<{
    pass: Record<never, never>
    'app-secret': { secret: string }
    'session-endpoint': { endpoint: string }
    'token-endpoint': { endpoint: string }
    'of-server': { file: string; text: string }
  }>(),
  reasons: {
    'app-secret': 'fail',
    'session-endpoint': 'fail',
    'token-endpoint': 'fail',
    'of-server': 'fail',
  },
  judge({ secret: { kind, text, place, ofServer } }) {
    if (ofServer)
      return [fail('of-server', { file: place.file, text: kind === 'app-secret' ? text : ENDPOINTS[kind] })]
    if (kind === 'app-secret') return [fail('app-secret', { secret: text })]
    return [fail(kind, { endpoint: ENDPOINTS[kind] })]
  },
})

const ENDPOINTS = {
  'session-endpoint': 'api.weixin.qq.com/sns/jscode2session',
  'token-endpoint': 'api.weixin.qq.com/cgi-bin/token',
}
