/** kbone: a document for web code in mini programs. */
import type { Framework } from './types.js'

export const kbone: Framework = {
  name: 'kbone',
  packages: ['miniprogram-render', 'mp-webpack-plugin', 'kbone-api', 'kbone-tool'],
  imports: { 'kbone-api': 'wx' },
  build: { neededBy: ['mp-webpack-plugin', 'miniprogram-render'], source: { folder: 'src' } },
  isBrowser: true,
}
