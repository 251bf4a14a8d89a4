/** mpx: the proxied API and `xfetch` of `@mpxjs/fetch`. */
import { each, platform, request } from './shapes.js'
import type { Framework } from './types.js'

export const mpx: Framework = {
  name: 'mpx',
  packages: ['@mpxjs/core'],
  imports: { '@mpxjs/core': 'mpx', '@mpxjs/api-proxy': 'mpx' },
  bundled: { marks: ['.__mpx', 'ignoreProxyWhiteList', 'webviewConfig'], exports: { default: 'mpx' } },
  objects: [platform('mpx', { same: ['default'], makesApp: ['createApp'] })],
  build: {
    neededBy: ['@mpxjs/core'],
    source: { folder: 'src', copied: ['static'] },
    lists: ['app'],
    mode: '__mpx_mode__',
  },
}

export const mpxFetch: Framework = {
  name: 'mpx.xfetch',
  packages: ['@mpxjs/fetch'],
  isClient: true,
  inner: [['requestConfig', '__CANCEL__', 'errMsg']],
  clients: [
    {
      name: 'mpx.xfetch',
      globals: ['mpx.xfetch'],
      injected: ['$xfetch'],
      makes: ['create', 'useFetch', 'XFetch'],
      base: ['baseURL', 'baseUrl'],
      settings: ['defaults'],
      calls: each(['fetch', 'request'], request),
    },
  ],
}
