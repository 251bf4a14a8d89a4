/** chameleon: `cml.get`, `cml.post` and the socket of chameleon-api. */
import { each, request, socket } from './shapes.js'
import type { Framework } from './types.js'

export const chameleon: Framework = {
  name: 'chameleon',
  packages: ['chameleon-api', '@didi/chameleon-api', 'chameleon-runtime'],
  build: {
    neededBy: ['chameleon-runtime', 'chameleon-api', 'chameleon-tool'],
    source: { folder: 'src' },
    lists: ['router.config'],
  },
  clients: [
    {
      name: 'cml',
      globals: ['cml'],
      clients: { default: 'cml' },
      // For a path that begins with `/` (chameleon-api, `addApiPrefix`); set in the build's configuration.
      baseConstant: 'cml.apiPrefix',
      calls: {
        ...each(['get', 'post', 'put', 'delete', 'request'], request),
        ...each(['initSocket', 'connectSocket'], socket),
      },
    },
  ],
}
