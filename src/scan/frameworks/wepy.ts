/** wepy 1 (`wepy`) and 2 (`@wepy/core`, whose `wepy.wx` are WeChat's own). */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const wepy: Framework = {
  name: 'wepy',
  packages: ['wepy', '@wepy/core'],
  imports: { wepy: 'wepy', '@wepy/core': 'wepy' },
  objects: [platform('wepy', { same: ['default', 'wx'], app: ['$instance'], makesApp: ['app'] })],
  // Of version 1 npm/wepy/lib/wepy.js; version 2 lies in vendor.js.
  runtimes: [{ marks: ['$createApp', '$createPage'], exports: { default: 'wepy' } }],
  bundled: {
    marks: ['props will be ignore, if properties is set', 'externalClasses'],
    exports: { '=': 'wepy', default: 'wepy' },
  },
  // Version 1 asks for one after another.
  inner: [['.MAX_REQUEST', '.mq.shift()', '.running']],
  build: {
    neededBy: ['wepy', '@wepy/core'],
    source: { folder: 'src', copied: ['static'] },
    lists: ['app'],
    aliases: { files: ['wepy.config'], key: 'alias' },
  },
}
