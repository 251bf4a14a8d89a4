/** LeanCloud: the server is set once. */
import { each } from './shapes.js'
import type { Framework } from './types.js'

export const leancloud: Framework = {
  name: 'leancloud',
  packages: ['leancloud-storage', 'leancloud-realtime', 'leanengine'],
  isClient: true,
  clients: [
    {
      name: 'leancloud',
      globals: ['AV'],
      clients: { AV: 'leancloud' },
      calls: each(['init', 'new Realtime'], {
        api: 'request',
        url: ['0.serverURL', '0.serverURLs', '0.server'],
        isOptional: true,
      }),
    },
  ],
  copies: { names: ['av-weapp-min', 'av-live-query-weapp-min', 'av-core-min'] },
}
