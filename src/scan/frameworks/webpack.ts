/** webpack, by whose settings older templates of mpvue, mpx and the like, and projects with none, are built. */
import type { Framework } from './types.js'

/** `webpack.config.babel.js`: what a configuration is called that is translated first. */
const CONFIGS = ['webpack.config', 'webpack.config.babel', 'build/webpack.base.conf']

export const webpack: Framework = {
  name: 'webpack',
  packages: [],
  build: {
    // https://webpack.js.org/configuration/resolve/
    aliases: { files: CONFIGS, key: 'alias' },
    modules: { files: CONFIGS, key: 'modules' },
  },
}
