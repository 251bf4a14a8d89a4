/** LayaAir: what its loader takes from afar goes through the platform's downloadFile. */
import { shown } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const asset: CallShape = { api: 'downloadFile', url: ['0', '0.url', '0.*', '0.*.url'], takesFiles: true }
const socket = (url: string): CallShape => ({ api: 'connectSocket', url: [url] })

export const laya: Framework = {
  name: 'laya',
  packages: [],
  isBrowser: true,
  isEngine: true,
  files: /(?:^|\/)(?:LayaAir\.d\.ts|\.laya\/|laya\/pages\/)/,
  objects: [
    {
      path: 'Laya',
      families: [],
      calls: { 'new Socket': { ...socket('ws://{0}:{1}'), isOptional: true } },
      gives: {
        HttpRequest: 'Laya.HttpRequest()',
        Socket: 'Laya.Socket()',
        Loader: 'Laya.Loader()',
        Image: 'Laya.Image()',
      },
    },
    {
      path: 'Laya.HttpRequest()',
      families: [],
      calls: { send: { api: 'request', url: ['0'] } },
    },
    {
      path: 'Laya.Socket()',
      families: [],
      calls: { connectByUrl: socket('0'), connect: socket('ws://{0}:{1}') },
    },
    { path: 'Laya.loader', families: [], calls: { load: asset, create: asset, fetch: asset } },
    { path: 'Laya.Loader()', families: [], calls: { load: asset } },
    { path: 'Laya.URL', families: [], calls: { 'basePath=': { ...asset, url: ['0'] } } },
    { path: 'Laya.MiniAdpter', families: [], calls: { downLoadFile: asset } },
    {
      path: 'Laya.SoundManager',
      families: [],
      calls: { playMusic: shown('audio'), playSound: shown('audio') },
    },
    { path: 'Laya.Image()', families: [], calls: { 'skin=': shown('image') } },
  ],
  globals: ['Laya.Browser.window', 'Laya.Browser._window'],
}
