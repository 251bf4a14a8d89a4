/** chameleon: `cml.get`, `cml.post` and the socket of chameleon-api. */
import { each, platform, request, socket } from './shapes.js'
import type { Framework } from './types.js'

export const chameleon: Framework = {
  name: 'chameleon',
  packages: ['chameleon-api', '@didi/chameleon-api', 'chameleon-runtime'],
  imports: { 'chameleon-api': 'cml', '@didi/chameleon-api': 'cml' },
  build: {
    neededBy: ['chameleon-runtime', 'chameleon-api', 'chameleon-tool'],
    source: { folder: 'src' },
  },
  objects: [
    platform('cml', {
      same: ['default'],
      calls: {
        ...each(['get', 'post', 'put', 'delete', 'request'], request),
        ...each(['initSocket', 'connectSocket'], socket),
      },
    }),
  ],
}
