/** flyio: `new Fly()`, its settings in `config`. */
import { each, request, sending } from './shapes.js'
import type { Framework } from './types.js'

export const flyio: Framework = {
  name: 'flyio',
  packages: ['flyio'],
  isClient: true,
  clients: [
    {
      name: 'flyio',
      makes: ['new', 'create', 'instance', 'Fly'],
      base: ['baseURL', 'baseUrl'],
      settings: ['config', 'defaults'],
      calls: {
        ...each(['get', 'post', 'put', 'delete', 'head', 'options', 'patch', 'request'], sending),
        download: { ...request, api: 'downloadFile' },
        upload: { ...request, api: 'uploadFile' },
      },
    },
  ],
  copies: {
    names: ['flyio'],
    // Its default settings, minified or not.
    marks: [/baseURL:\s*"",[^;]{0,300}\bparseJson:/],
    // Its source is 30 kB.
    within: 60_000,
  },
}
