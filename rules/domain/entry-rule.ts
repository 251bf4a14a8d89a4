/** What rules about one entry share. */
import type { ApiName, Scheme } from '../../src/types.js'

/** The scheme each API's domains are written with. */
export const SCHEME_OF_API: Record<ApiName, Scheme> = {
  request: 'https',
  connectSocket: 'wss',
  uploadFile: 'https',
  downloadFile: 'https',
  udp: 'udp',
  tcp: 'tcp',
}

export { specialUseSuffix } from '../../src/facts/index.js'
