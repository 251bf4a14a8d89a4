/** uni-network of @uni-helper. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const uniNetwork: Framework = {
  name: 'uni-network',
  packages: ['@uni-helper/uni-network', 'uni-network'],
  isClient: true,
  clients: [
    {
      name: 'uni-network',
      clients: { un: 'uni-network' },
      makes: ['create', 'Un'],
      base: ['baseUrl', 'baseURL'],
      settings: ['defaults'],
      calls: { ...VERBS, '': request },
    },
  ],
}
