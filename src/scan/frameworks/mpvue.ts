/** mpvue: Vue components over the platform's own API. */
import type { Framework } from './types.js'

export const mpvue: Framework = {
  name: 'mpvue',
  packages: [],
  build: { neededBy: ['mpvue'], source: { folder: 'src', copied: ['static'] } },
}
