/** uni-app: one object for all platforms. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const uniApp: Framework = {
  name: 'uni-app',
  packages: ['@dcloudio/uni-app'],
  objects: [platform('uni')],
}
