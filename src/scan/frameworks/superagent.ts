/** superagent. */
import { each, request } from './shapes.js'
import type { Framework } from './types.js'

export const superagent: Framework = {
  name: 'superagent',
  packages: ['superagent', 'superagent-miniprogram', 'superagent-wxapp'],
  isClient: true,
  clients: [
    {
      name: 'superagent',
      calls: each(['', 'get', 'post', 'put', 'del', 'delete', 'patch', 'head'], request),
    },
  ],
}
