/** uv-ui (`uni.$uv`), which carries a luch-request too. */
import { each, request } from './shapes.js'
import type { Framework } from './types.js'
import { httpOf } from './uview.js'

export const uvUi: Framework = {
  name: 'uv-ui',
  packages: ['@climblee/uv-ui', 'uv-ui'],
  clients: [
    {
      name: 'uni.$uv',
      globals: ['uni.$uv'],
      injected: ['$uv'],
      clients: { http: 'uni.$uv.http', $http: 'uni.$uv.http' },
      base: ['baseURL', 'baseUrl'],
      baseOf: 'uni.$uv.http',
      calls: each(['get', 'post', 'put', 'delete'], request),
    },
    httpOf('uni.$uv'),
  ],
}
