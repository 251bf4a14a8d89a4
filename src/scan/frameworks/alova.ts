/** alova: an instance has `Get` and `Post`, which are sent when they are awaited or used. */
import { each, request, sending } from './shapes.js'
import type { Framework } from './types.js'

export const alova: Framework = {
  name: 'alova',
  packages: ['alova'],
  isClient: true,
  clients: [
    {
      name: 'alova',
      makes: ['createAlova', 'Alova', 'new'],
      base: ['baseURL'],
      settings: ['options'],
      calls: {
        ...each(['Get', 'Head', 'Options', 'Request', 'Method'], request),
        ...each(['Post', 'Put', 'Delete', 'Patch'], sending),
        // `new Method(type, instance, url, config, data)`: packages/alova/src/Method.ts
        'new Method': { api: 'request', url: ['2'], body: 4, sender: 1 },
      },
    },
  ],
}
