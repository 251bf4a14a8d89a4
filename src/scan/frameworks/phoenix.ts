/** phoenix: its constructor opens a socket. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { Framework } from './types.js'

export const phoenix: Framework = {
  name: 'phoenix',
  packages: ['phoenix'],
  isClient: true,
  clients: [
    {
      name: 'phoenix',
      calls: each(['new Socket'], { api: 'connectSocket', url: ['0'], schemes: SOCKET_SCHEMES }),
    },
  ],
}
