/** unplugin-auto-import and what it is made of: names nobody declares are imported from folders of the project. */
import type { Framework } from './types.js'

export const autoImport: Framework = {
  name: 'auto-import',
  packages: ['unplugin-auto-import', 'unimport'],
  importsByName: true,
}
