/** LayaAir: its loader fetches remote files with the platform's downloadFile. */
import { shown } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const asset: CallShape = { api: 'downloadFile', url: ['0', '0.url', '0.*', '0.*.url'], takesFiles: true }
/** Classes that load themselves by the loader: `Laya.Sprite3D.load(url, done)`. */
const LOADED = [
  'Sprite3D',
  'Scene3D',
  'Mesh',
  'Material',
  'BaseMaterial',
  'Texture2D',
  'TextureCube',
  'AnimationClip',
]
const socket = (url: string): CallShape => ({ api: 'connectSocket', url: [url] })

export const laya: Framework = {
  name: 'laya',
  packages: [],
  isBrowser: true,
  isEngine: true,
  engine: [
    // laya.core: of version 2.3 and later, and before.
    {
      head: /^\s*window\.Laya\s*=\s*\(?function\s*\(\w+\)\s*\{\s*["']use strict["']/,
      tail: /[,\s]\w+;?\s*\}\)?\(\{\}\)\)?;?\s*$/,
    },
    {
      head: /\bLaya\s*=\s*window\.Laya\s*=\s*\(?function\(/,
      tail: /\bnew LayaMain\(\)|"LayaMain"\)/,
    },
    // Its modules.
    { tail: /\(window\.Laya\s*=\s*window\.Laya\s*\|\|\s*\{\},\s*Laya\)\)?;?\s*$/ },
    {
      head: /\b__un\s*=\s*Laya\.un\b/,
      tail: /\}\)\(window,\s*document,\s*Laya\);?\s*$/,
      // A project compiled from ActionScript begins and ends like this too.
      without: /__class\(\w+,\s*'(?!laya\.|Laya|(?:UI)?Config(?:3D)?'|')/,
    },
    // The same, minified.
    {
      head: /^\s*[!;(]*function\s*\(\w,\w,\w\)\{(?:"use strict";)?var [^{}]*=laya\.\w+\.\w+,/,
      tail: /\}\(window,document,Laya\)\)?;?\s*$/,
      without: /\b\w\(\w+,"(?!laya\.|Laya)(?:\w+\.)+[A-Z]\w*"[,)]/,
    },
    { head: /^\s*(?:\/\/ This is laya\.physics3D\.js\b|(?:var \w+\s*=\s*)?window\.Physics3D\s*=)/ },
    // Its adapters: laya.wxmini and its like.
    { head: /^\s*window\.\w+MiniGame\s*=\s*function\s*\(/, tail: /\}\)?;?\s*$/ },
  ],
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
    ...LOADED.map((name) => ({ path: `Laya.${name}`, families: [], calls: { load: asset } })),
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
