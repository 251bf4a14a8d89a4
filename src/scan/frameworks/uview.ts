/** uView (`uni.$u`): version 1 has `$u.get` beside `$u.http`, version 2 keeps a luch-request there. */
import { FILES, FLAGS } from './luch-request.js'
import { each, request, VERBS } from './shapes.js'
import type { ClientShape, Framework } from './types.js'

/** The luch-request such component libraries carry. */
export const httpOf = (name: string): ClientShape => ({
  name: `${name}.http`,
  globals: [`${name}.http`],
  makes: ['create'],
  base: ['baseURL', 'baseUrl'],
  settings: ['config'],
  setups: ['setConfig'],
  flags: FLAGS,
  calls: { ...VERBS, middleware: request },
  methods: FILES,
})

export const uview: Framework = {
  name: 'uview',
  packages: ['uview-ui', 'uview-plus', '@ttou/uview-ui', 'uview-next'],
  clients: [
    {
      name: 'uni.$u',
      globals: ['uni.$u'],
      injected: ['$u'],
      clients: { http: 'uni.$u.http', $http: 'uni.$u.http', $u: 'uni.$u' },
      base: ['baseURL', 'baseUrl'],
      baseOf: 'uni.$u.http',
      calls: each(['get', 'post', 'put', 'delete'], request),
    },
    httpOf('uni.$u'),
  ],
}
