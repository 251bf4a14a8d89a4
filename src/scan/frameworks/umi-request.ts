/** umi-request: `prefix` is its base URL, `extend` makes an instance. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const umiRequest: Framework = {
  name: 'umi-request',
  packages: ['umi-request'],
  isClient: true,
  clients: [
    {
      name: 'umi-request',
      clients: { request: 'umi-request', fetch: 'umi-request' },
      makes: ['extend', 'create'],
      base: ['prefix'],
      setups: ['extendOptions'],
      calls: { ...VERBS, '': request },
    },
  ],
}
