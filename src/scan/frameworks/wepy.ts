/** wepy 1 (`wepy`) and 2 (`@wepy/core`, whose `wepy.wx` are WeChat's own). */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const wepy: Framework = {
  name: 'wepy',
  packages: ['wepy', '@wepy/core'],
  imports: { wepy: 'wepy', '@wepy/core': 'wepy' },
  objects: [platform('wepy', { same: ['default', 'wx'], app: ['$instance'], makesApp: ['app'] })],
  build: { neededBy: ['wepy', '@wepy/core'], source: { folder: 'src', copied: ['static'] } },
}
