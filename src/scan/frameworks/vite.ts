/** Vite, by which uni-app and others are built. */
import type { Framework } from './types.js'

export const vite: Framework = {
  name: 'vite',
  packages: [],
  build: {
    aliases: { files: ['vite.config'], key: 'alias' },
    environment: {
      prefixes: ['VITE_'],
      named: { files: ['vite.config'], key: 'envPrefix' },
      folder: { files: ['vite.config'], key: 'envDir' },
    },
  },
}
