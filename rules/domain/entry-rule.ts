/** Shared by rules about a single entry. */
import type { ApiName, Scheme } from '../../src/types.js'

/** The scheme that each API's domains use. */
export const SCHEME_OF_API: Record<ApiName, Scheme> = {
  request: 'https',
  connectSocket: 'wss',
  uploadFile: 'https',
  downloadFile: 'https',
  udp: 'udp',
  tcp: 'tcp',
}

export { specialUseSuffix } from '../../src/facts/index.js'
