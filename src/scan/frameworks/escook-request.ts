/** @escook/request-miniprogram: `$http`, which projects attach to `wx` or `uni`. */
import { VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const escookRequest: Framework = {
  name: '@escook/request-miniprogram',
  packages: ['@escook/request-miniprogram'],
  isClient: true,
  clients: [
    {
      name: '@escook/request-miniprogram',
      globals: ['uni.$http', 'wx.$http'],
      clients: { $http: '@escook/request-miniprogram' },
      base: ['baseUrl', 'baseURL'],
      calls: VERBS,
    },
  ],
  copies: { names: ['@escook/request-miniprogram', 'request-miniprogram'] },
}
