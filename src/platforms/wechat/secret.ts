/** The secret is WeChat's, whichever program carries it. */
import type { Sources } from '../demands/cite.js'
import { said } from '../demands/quotations/index.js'

export const SECRET_STAYS: Sources<'project/app-secret'> = {
  whole: said('wechat.secret'),
  reasons: {
    'session-endpoint': said('wechat.forbidden-host'),
    'token-endpoint': said('wechat.forbidden-host'),
  },
}
