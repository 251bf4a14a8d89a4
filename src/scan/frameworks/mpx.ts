/** mpx: the proxied API and `xfetch` of `@mpxjs/fetch`. */
import { each, platform, request } from './shapes.js'
import type { Framework } from './types.js'

/** As Vue has them. */
const REACTIVE = [
  'computed',
  'markRaw',
  'reactive',
  'readonly',
  'ref',
  'shallowReactive',
  'shallowRef',
].concat(['toRaw', 'toRef', 'toRefs', 'unref'])

export const mpx: Framework = {
  name: 'mpx',
  packages: ['@mpxjs/core'],
  imports: { '@mpxjs/core': 'mpx', '@mpxjs/api-proxy': 'mpx' },
  bundled: { marks: ['.__mpx', 'ignoreProxyWhiteList', 'webviewConfig'], exports: { default: 'mpx' } },
  objects: [platform('mpx', { same: ['default'], makesApp: ['createApp'], lends: REACTIVE })],
  build: {
    neededBy: ['@mpxjs/core'],
    source: { folder: 'src', copied: ['static'] },
    aliases: { files: ['mpx.config'], key: 'alias' },
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
