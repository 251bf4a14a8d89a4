/** Vue CLI, by which older projects of uni-app, megalo and kbone are built. */
import type { Framework } from './types.js'

export const vueCli: Framework = {
  name: 'vue-cli',
  packages: [],
  build: {
    // cli.vuejs.org/guide/webpack.html: an object to merge, or a chain.
    aliases: { files: ['vue.config'], key: 'alias' },
    environment: { prefixes: ['VUE_APP_'] },
  },
}
