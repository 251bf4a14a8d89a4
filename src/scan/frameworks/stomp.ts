/** STOMP over a socket: `new Client({ brokerURL })`, and before version 5 `Stomp.client(url)`. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const connect: CallShape = {
  api: 'connectSocket',
  url: ['0.brokerURL', '0'],
  // A factory for the socket may take its place.
  isOptional: true,
  schemes: SOCKET_SCHEMES,
}

export const stomp: Framework = {
  name: 'stomp',
  packages: ['@stomp/stompjs', 'stompjs', 'webstomp-client'],
  isClient: true,
  clients: [
    {
      name: 'stomp',
      clients: { Stomp: 'stomp' },
      calls: each(['new Client', 'new', 'client'], connect),
    },
  ],
}
