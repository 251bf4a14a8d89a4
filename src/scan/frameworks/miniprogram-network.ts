/** miniprogram-network: `Network`, and clients for each kind. */
import { VERBS } from './shapes.js'
import type { ClientShape, Framework } from './types.js'

const client = (name: string): ClientShape => ({
  name,
  makes: ['Http', 'new', 'create'],
  base: ['baseURL', 'baseUrl'],
  settings: ['Defaults', 'defaults'],
  setups: ['setConfig'],
  calls: VERBS,
})

export const miniprogramNetwork: Framework = {
  name: 'miniprogram-network',
  packages: ['miniprogram-network', 'miniprogram-request', 'miniprogram-uploader', 'miniprogram-downloader'],
  isClient: true,
  clients: [
    {
      ...client('miniprogram-network'),
      clients: {
        Network: 'miniprogram-network',
        REQUEST: 'miniprogram-network',
        UPLOAD: 'miniprogram-network',
        DOWNLOAD: 'miniprogram-network',
      },
    },
  ],
}
