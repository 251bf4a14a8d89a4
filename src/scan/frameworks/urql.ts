/** urql. */
import { each } from './shapes.js'
import type { Framework } from './types.js'

export const urql: Framework = {
  name: 'urql',
  packages: ['@urql/core', 'urql', '@urql/vue'],
  isClient: true,
  clients: [
    { name: 'urql', calls: each(['createClient', 'new Client'], { api: 'request', url: ['0.url'] }) },
  ],
}
