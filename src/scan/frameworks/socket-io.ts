/** socket.io in mini programs: nothing but sockets, whatever scheme is written. */
import { each, SOCKET_SCHEMES } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const connect: CallShape = { api: 'connectSocket', url: ['0'], schemes: SOCKET_SCHEMES }

export const socketIo: Framework = {
  name: 'socket.io',
  packages: [
    'socket.io-client',
    'weapp.socket.io',
    'wxapp-socket-io',
    'socket.io-mp-client',
    '@hyoga/uni-socket.io',
    'uni-socket.io',
    'socket.io-wxapp-client',
  ],
  isClient: true,
  clients: [
    {
      name: 'socket.io',
      globals: ['io'],
      calls: each(['', 'io', 'connect', 'lookup', 'new Manager'], connect),
    },
  ],
  copies: {
    names: ['weapp.socket.io', 'weapp.socket.io.min', 'uni-socket.io', 'socket.io'],
    // Its banner; or what its manager of any version does with its options.
    marks: [/^\s*\/\*!?\s*\*?\s*(?:weapp\.)?[Ss]ocket\.IO v\d/i, /\bpath\s*\|\|\s*["']\/socket\.io["']/],
    // Not minified, a mini program's is 230 kB.
    within: 400_000,
  },
}
