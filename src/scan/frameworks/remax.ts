/** remax; its platform packages are those platforms' objects. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const remax: Framework = {
  name: 'remax',
  packages: ['remax', '@remax/one'],
  imports: { 'remax/one': 'remax', '@remax/one': 'remax' },
  build: {
    neededBy: ['remax', '@remax/one'],
    source: { folder: 'src', copied: ['public'] },
    aliases: { files: ['remax.config'], key: 'alias' },
    lists: ['app.config'],
    // remaxjs.org/guide/env: only those reach the code.
    environment: { prefixes: ['REMAX_APP_'] },
    platform: 'REMAX_PLATFORM',
    otherTargets: ['web'],
  },
  objects: [platform('remax', { same: ['default'] })],
}
