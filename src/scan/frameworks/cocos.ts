/** Cocos Creator: remote resources are loaded with the platform's downloadFile. */
import type { CallShape, Framework } from './types.js'

const remote: CallShape = { api: 'downloadFile', url: ['0.url', '0'] }
/** Resource packages may be inside the program or on a server. */
const either: CallShape = { ...remote, url: ['0.url', '0', '0.*', '0.*.url'], takesFiles: true }
/**
 * Without an extension the type is passed: `load({ url, type: 'png' })` loads from a server (docs.cocos.com, 2.4, cc.loader.load).
 * What the program holds has a method of its own, `loadRes`.
 */
const typed: CallShape = { ...either, mayBeFile: true, remoteWith: '0.type' }

export const cocos: Framework = {
  name: 'cocos',
  packages: [],
  imports: { cc: 'cc', 'cc/env': 'cc/env' },
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
      calls: { load: typed },
      gives: { getXMLHttpRequest: 'XMLHttpRequest()' },
    },
  ],
}
