/** ky: `prefixUrl` is its base URL. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const ky: Framework = {
  name: 'ky',
  packages: ['ky', 'ky-universal'],
  isClient: true,
  clients: [
    {
      name: 'ky',
      makes: ['create', 'extend'],
      base: ['prefixUrl', 'prefix', 'baseUrl'],
      calls: { ...VERBS, '': request },
    },
  ],
}
