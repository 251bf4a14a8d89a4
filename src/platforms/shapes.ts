/** Data shared by many families. */
import type { ApiName } from '../basics.js'
import type { Stack, StackFamily } from './types.js'

/** The APIs that every family has lists for. */
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

/** The beginning of what apps send as User-Agent; the version numbers in it are examples and become outdated. */
export const PHONE_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
