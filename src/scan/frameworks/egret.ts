/** Egret. */
import { shown } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const opened: CallShape = { api: 'request', url: ['0'] }
const asset: CallShape = { api: 'downloadFile', url: ['0'], takesFiles: true }

export const egret: Framework = {
  name: 'egret',
  packages: [],
  isBrowser: true,
  isEngine: true,
  engine: [
    {
      head: /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*var egret;\s*[!(]*function\s*\(/,
      tail: /\(egret\s*\|\|\s*\(egret\s*=\s*\{\}\)\)/,
    },
    // Its minified modules for the web and for mini games.
    {
      head: /\b__reflect\s*=/,
      tail: /\((egret|RES|eui|dragonBones)\s*\|\|\s*\(\1\s*=\s*\{\}\)\)[;\s]*(?:window\.\1\s*=\s*\1;?\s*)?$/,
      // A game compiled to the same form has class names of its own.
      without:
        /\b__reflect\(\w+\.prototype,\s*"(?!(?:egret|eui|RES|dragonBones|EXML|DepthQueue|DepthBin|StyleInfo|CharImageRender)\b)/,
    },
  ],
  files: /(?:^|\/)egretProperties\.json$/,
  objects: [
    {
      path: 'egret',
      families: [],
      calls: { 'new URLRequest': { ...opened, takesFiles: true } },
      gives: {
        HttpRequest: 'egret.HttpRequest()',
        URLLoader: 'egret.URLLoader()',
        URLRequest: 'egret.URLRequest()',
        WebSocket: 'egret.WebSocket()',
        ImageLoader: 'egret.ImageLoader()',
        Sound: 'egret.Sound()',
      },
    },
    { path: 'egret.HttpRequest()', families: [], calls: { open: opened } },
    { path: 'egret.URLRequest()', families: [], calls: { 'url=': opened } },
    {
      path: 'egret.WebSocket()',
      families: [],
      calls: {
        connectByUrl: { api: 'connectSocket', url: ['0'] },
        connect: { api: 'connectSocket', url: ['ws://{0}:{1}'] },
      },
    },
    { path: 'egret.ImageLoader()', families: [], calls: { load: shown('image') } },
    { path: 'egret.Sound()', families: [], calls: { load: shown('audio') } },
    {
      path: 'RES',
      families: [],
      calls: {
        getResByUrl: asset,
        loadConfig: { ...asset, url: ['1', '0'] },
      },
    },
  ],
}
