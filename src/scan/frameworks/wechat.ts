/** WeChat. `wx.pro` and `wx.p` are what wx-promise-pro and its like put beside the callbacks. */
import { platform, shown } from './shapes.js'
import type { Framework } from './types.js'

export const wechat: Framework = {
  name: 'wechat',
  packages: [],
  // Promises for the same object.
  imports: { labrador: 'wx', 'remax/wechat': 'wx', '@remax/wechat': 'wx' },
  objects: [
    platform('wx', { families: ['wechat'], same: ['pro', 'p', 'default'] }),
    { path: 'InnerAudioContext()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'BackgroundAudioManager()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'Image()', families: [], calls: { 'src=': shown('image') } },
    { path: 'Video()', families: [], calls: { 'src=': shown('video') } },
  ],
}
