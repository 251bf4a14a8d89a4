/** Rax and the universal API of Alibaba's mini programs: the package is the function. */
import { platform, request, upload } from './shapes.js'
import type { Framework } from './types.js'

export const rax: Framework = {
  name: 'rax',
  packages: ['universal-request', '@uni/request'],
  isClient: true,
  imports: {
    'universal-request': 'universal-request',
    '@uni/request': '@uni/request',
    '@uni/apis': '@uni/apis',
    '@uni/file': '@uni/file',
    'universal-file': '@uni/file',
  },
  build: { neededBy: ['rax'] },
  objects: [
    { path: 'universal-request', families: [], same: ['default', 'request'], calls: { '': request } },
    { path: '@uni/request', families: [], same: ['default', 'request'], calls: { '': request } },
    platform('@uni/apis', { same: ['default'] }),
    platform('@uni/file', { same: ['default'], calls: { uploadFile: upload } }),
  ],
}
