/** Parse: the server is assigned. */
import type { Framework } from './types.js'

export const parse: Framework = {
  name: 'parse',
  packages: ['parse'],
  isClient: true,
  clients: [{ name: 'parse', calls: { 'serverURL=': { api: 'request', url: ['0'] } } }],
}
