/** Sensors Analytics: reports go to `server_url`. */
import { each } from './shapes.js'
import type { Framework } from './types.js'

export const sensors: Framework = {
  name: 'sensors',
  packages: ['sa-sdk-miniprogram', 'sa-sdk-javascript', 'sensorsdata-mini'],
  clients: [
    {
      name: 'sensors',
      calls: each(['setPara', 'init'], { api: 'request', url: ['0.server_url'], isOptional: true }),
    },
  ],
  copies: { names: ['sensorsdata', 'sensorsdata.min'], settings: /(?:^|\/)sensorsdata_conf(?:\.js)?$/ },
}
