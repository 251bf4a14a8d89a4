/** megalo: the cross-platform API is a separate package. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const megalo: Framework = {
  name: 'megalo',
  packages: ['megalo', '@megalo/api'],
  imports: { '@megalo/api': 'Megalo' },
  build: { neededBy: ['megalo', '@megalo/target'], source: { folder: 'src' }, lists: ['main'] },
  objects: [platform('Megalo', { same: ['default'] })],
}
