/** The words `scan` may use. */
import type { ApiName } from '../types.js'

export const SCAN_MODES = ['release', 'trial', 'development'] as const
export type ScanMode = (typeof SCAN_MODES)[number]

/** APIs a call of the source can be one of. */
export const CALL_APIS = [
  'request',
  'connectSocket',
  'uploadFile',
  'downloadFile',
] as const satisfies readonly ApiName[]
export type CallApi = (typeof CALL_APIS)[number]
