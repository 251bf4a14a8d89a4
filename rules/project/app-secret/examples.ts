import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'app-secret': { secret: 'a****9f' },
  'session-endpoint': { endpoint: 'api.weixin.qq.com/sns/jscode2session' },
  'of-server': { file: 'backend/auth.js', text: 'api.weixin.qq.com/sns/jscode2session' },
  'token-endpoint': { endpoint: 'api.weixin.qq.com/cgi-bin/token' },
} satisfies EvidenceOf<typeof rule>
