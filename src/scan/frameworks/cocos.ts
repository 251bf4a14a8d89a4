/** Cocos Creator: what is loaded from afar goes through the platform's downloadFile. */
import type { CallShape, Framework } from './types.js'

const remote: CallShape = { api: 'downloadFile', url: ['0.url', '0'] }
/** Packages of resources may lie in the program or on a server. */
const either: CallShape = { ...remote, url: ['0.url', '0', '0.*', '0.*.url'], takesFiles: true }

export const cocos: Framework = {
  name: 'cocos',
  packages: [],
  imports: { cc: 'cc' },
  isBrowser: true,
  isEngine: true,
  files: /(?:^|\/)(?:creator\.d\.ts|settings\/(?:project|builder)\.json)$/,
  objects: [
    {
      path: 'cc.assetManager',
      families: [],
      calls: { loadRemote: remote, loadBundle: either, loadAny: either },
    },
    {
      path: 'cc.loader',
      families: [],
      calls: { load: either },
      gives: { getXMLHttpRequest: 'XMLHttpRequest()' },
    },
  ],
}
