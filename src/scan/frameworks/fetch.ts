/** Packages that are a `fetch`. */
import { each, request } from './shapes.js'
import type { Framework } from './types.js'

export const fetchPackages: Framework = {
  name: 'fetch',
  packages: [
    'cross-fetch',
    'node-fetch',
    'isomorphic-fetch',
    'unfetch',
    'whatwg-fetch',
    'weapp-fetch',
    'taro-fetch',
    '@system.fetch',
  ],
  isClient: true,
  clients: [{ name: 'fetch', calls: each(['', 'fetch'], request) }],
}
