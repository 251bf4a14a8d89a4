/** ofetch. */
import { each, request } from './shapes.js'
import type { Framework } from './types.js'

export const ofetch: Framework = {
  name: 'ofetch',
  packages: ['ofetch', 'ohmyfetch'],
  isClient: true,
  clients: [
    {
      name: 'ofetch',
      clients: { ofetch: 'ofetch', $fetch: 'ofetch' },
      makes: ['create', 'createFetch'],
      base: ['baseURL'],
      calls: each(['', 'raw', 'native'], request),
    },
  ],
}
