/** luch-request: `new Request(settings)`, whose `middleware` is its `request`. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const luchRequest: Framework = {
  name: 'luch-request',
  packages: ['luch-request'],
  isClient: true,
  clients: [
    {
      name: 'luch-request',
      makes: ['create', 'instance', 'new', 'Request'],
      base: ['baseURL', 'baseUrl'],
      settings: ['config', 'defaults'],
      setups: ['setConfig'],
      calls: { ...VERBS, middleware: request, connect: request, trace: request },
    },
  ],
  copies: { names: ['luch-request'], marks: [/@description\s+luch-request\b/] },
}
