/** reconnecting-websocket: its constructor opens a socket. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { Framework } from './types.js'

export const reconnectingWebsocket: Framework = {
  name: 'reconnecting-websocket',
  packages: ['reconnecting-websocket'],
  isClient: true,
  clients: [
    {
      name: 'reconnecting-websocket',
      calls: each(['new', 'new ReconnectingWebSocket'], {
        api: 'connectSocket',
        url: ['0'],
        schemes: SOCKET_SCHEMES,
      }),
    },
  ],
}
