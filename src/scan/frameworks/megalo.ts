/** megalo: the API of all platforms is a package of its own. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const megalo: Framework = {
  name: 'megalo',
  packages: ['megalo', '@megalo/api'],
  imports: { '@megalo/api': 'Megalo' },
  build: { neededBy: ['megalo', '@megalo/target'], source: { folder: 'src' } },
  objects: [platform('Megalo', { same: ['default'] })],
}
