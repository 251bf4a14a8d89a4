/** uni-app: one object for all platforms. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

/** In the runtime for mini programs of every version since 0.0.948: a table's key, and the pattern of what waits for no promise. */
const RUNTIME = ['upx2px', '^create|Manager$']

export const uniApp: Framework = {
  name: 'uni-app',
  packages: ['@dcloudio/uni-app'],
  objects: [platform('uni', { makesApp: ['createApp'] })],
  // Vite puts it into common/vendor.js, and pages ask `vendor.index.request`.
  runtimes: [{ marks: RUNTIME, exports: { index: 'uni' } }],
  // webpack's bundle hands its default export to every module.
  bundled: { marks: RUNTIME, exports: { default: 'uni', createApp: 'uni.createApp' } },
  build: {
    kind: 'uni-app',
    neededBy: ['@dcloudio/uni-app'],
    marks: [/^manifest\.json$/, /^pages\.json$/],
    source: { folder: 'src' },
    platform: 'UNI_PLATFORM',
    otherTargets: ['h5', 'web', 'app', 'app-plus', 'harmony'],
    // uniapp.dcloud.net.cn/tutorial/project.html (工程简介): `platforms` holds pages of single platforms, `hybrid` and
    // `nativeplugins` are of apps, `utssdk` of a plugin has a folder for each platform, and components in a foreign
    // platform's own language lie in a folder of its name.
    elsewhere: [
      ['^platforms/(?!(?:{targets})/)[^/]+/', 'other-platform'],
      ['^(?:hybrid|nativeplugins|nativeResources|nativeComponents|App_Resources|AppScripts)/', 'app-only'],
      ['(?:^|/)utssdk/app(?:-[^/]+)?/', 'app-only'],
      ['(?:^|/)utssdk/(?:web|h5|(?!(?:{targets})/)mp-[^/]+)/', 'other-platform'],
      ['^(?:{others})components/', 'other-platform'],
    ],
  },
}
