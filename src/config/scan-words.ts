/** The words `scan` may use. */
import type { ApiName } from '../types.js'

/** APIs a call of the source can be one of. */
export const CALL_APIS = [
  'request',
  'connectSocket',
  'uploadFile',
  'downloadFile',
  'udp',
  'tcp',
] as const satisfies readonly ApiName[]
export type CallApi = (typeof CALL_APIS)[number]
