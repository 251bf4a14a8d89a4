/** DingTalk's mini programs. */
import { foreign, PLATFORM_CALLS, request } from './shapes.js'
import type { Framework } from './types.js'

export const dingtalk: Framework = {
  name: 'dingtalk',
  packages: [],
  objects: [foreign('dd', { ...PLATFORM_CALLS, httpRequest: request })],
}
