/** sockjs-client: its constructor opens a socket. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { Framework } from './types.js'

export const sockjs: Framework = {
  name: 'sockjs-client',
  packages: ['sockjs-client'],
  isClient: true,
  clients: [
    {
      name: 'sockjs-client',
      calls: each(['new', '', 'new SockJS'], { api: 'connectSocket', url: ['0'], schemes: SOCKET_SCHEMES }),
    },
  ],
}
