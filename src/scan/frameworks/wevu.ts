/** wevu, the runtime of weapp-vite; its cross-platform API is a package that `wevu/api` hands on. */
import { PLATFORM_GIVES, platform, SOCKET_MAKERS } from './shapes.js'
import type { Framework } from './types.js'

export const wevu: Framework = {
  name: 'wevu',
  packages: ['wevu', '@wevu/api'],
  imports: { '@wevu/api': 'wevu', 'wevu/api': 'wevu' },
  objects: [
    platform('wevu', {
      same: ['default', 'wpi', 'api'],
      // vite.icebreaker.top/wevu/api-package: both make one more of the same.
      gives: { ...PLATFORM_GIVES, ...SOCKET_MAKERS, createWeapi: 'wevu', createApi: 'wevu' },
    }),
  ],
}
