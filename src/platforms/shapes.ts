/** What the data of many families share. */
import type { ApiName } from '../basics.js'
import type { Stack, StackFamily } from './types.js'

/** The APIs every family has lists of. */
export const HTTP_APIS = [
  'request',
  'connectSocket',
  'uploadFile',
  'downloadFile',
] as const satisfies readonly ApiName[]

/** One stack for everything. */
export const wholeStack = (family: StackFamily, certainty: Stack['certainty']): Stack => ({
  family,
  apis: HTTP_APIS,
  certainty,
})

/** The beginning of what apps send as User-Agent; the numbers in it are examples and age. */
export const PHONE_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
