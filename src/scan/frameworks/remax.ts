/** remax; its platforms' own packages are those platforms' objects. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const remax: Framework = {
  name: 'remax',
  packages: ['remax', '@remax/one'],
  imports: { 'remax/one': 'remax', '@remax/one': 'remax' },
  build: {
    neededBy: ['remax', '@remax/one'],
    source: { folder: 'src', copied: ['public'] },
  },
  objects: [platform('remax', { same: ['default'] })],
}
