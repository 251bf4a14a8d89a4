/** Vue CLI, by which older projects of uni-app, megalo and kbone are built. */
import type { Framework } from './types.js'

export const vueCli: Framework = {
  name: 'vue-cli',
  packages: [],
  build: { environment: { prefixes: ['VUE_APP_'] } },
}
