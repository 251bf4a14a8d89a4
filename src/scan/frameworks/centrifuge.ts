/** centrifuge: its constructor opens a socket. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { Framework } from './types.js'

export const centrifuge: Framework = {
  name: 'centrifuge',
  packages: ['centrifuge'],
  isClient: true,
  clients: [
    {
      name: 'centrifuge',
      calls: each(['new Centrifuge', 'new'], { api: 'connectSocket', url: ['0'], schemes: SOCKET_SCHEMES }),
    },
  ],
}
