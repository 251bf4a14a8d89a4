/** Alipay and mPaaS, which is the same client in other apps. */
import { PLATFORM_CALLS, platform, request } from './shapes.js'
import type { Framework } from './types.js'

export const alipay: Framework = {
  name: 'alipay',
  packages: [],
  imports: { 'remax/ali': 'my', '@remax/ali': 'my' },
  objects: [
    platform('my', {
      families: ['alipay', 'mpaas'],
      same: ['default'],
      calls: { ...PLATFORM_CALLS, httpRequest: request },
    }),
  ],
}
