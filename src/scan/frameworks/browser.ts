/** The browser's own objects, as adapters of games and document layers bring them. */
import { request, shown, socket } from './shapes.js'
import type { Framework } from './types.js'

export const browser: Framework = {
  name: 'browser',
  packages: ['weapp-adapter', 'minigame-adapter'],
  isBrowser: true,
  globals: ['window', 'globalThis', 'global', 'self', 'GameGlobal'],
  files: /(?:^|\/)game\.json$/,
  objects: [
    {
      path: '',
      families: [],
      calls: { 'new WebSocket': { ...socket, url: ['0'] }, fetch: request, 'new Audio': shown('audio') },
      gives: {
        XMLHttpRequest: 'XMLHttpRequest()',
        ActiveXObject: 'XMLHttpRequest()',
        Image: 'Image()',
        Audio: 'Audio()',
      },
      needsBrowser: true,
    },
    {
      path: 'XMLHttpRequest()',
      families: [],
      calls: { open: { api: 'request', url: ['1'] } },
      needsBrowser: true,
    },
    { path: 'Audio()', families: [], calls: { 'src=': shown('audio') } },
  ],
}
