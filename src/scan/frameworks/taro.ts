/** Taro. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

const RUNTIME = ['"initNativeApi"', '.isExist(']

const FIRST_RUNTIME = ['MAX_REQUEST', 'initPxTransform', 'createComponent']

/** React's, which versions 1 and 2 export themselves. */
const HOOKS = ['createContext', 'useCallback', 'useContext', 'useMemo', 'useRef']

export const taro: Framework = {
  name: 'taro',
  packages: ['@tarojs/taro'],
  imports: {
    '@tarojs/taro': 'Taro',
    '@tarojs/taro-weapp': 'Taro',
    '@tarojs/taro-alipay': 'Taro',
    '@tarojs/taro-h5': 'Taro',
    '@tarojs/api': 'Taro',
  },
  objects: [platform('Taro', { same: ['default'], lends: HOOKS })],
  // In `@tarojs/taro` the platform's plugin adds the API.
  bundled: { marks: RUNTIME, exports: { default: 'Taro', '=': 'Taro' } },
  runtimes: [
    // Vite puts it into taro.js.
    { marks: RUNTIME, exports: { Taro: 'Taro', taroExports: 'Taro' } },
    // Versions 1 and 2 copy it: npm/@tarojs/taro-weapp/dist/index.js.
    { marks: FIRST_RUNTIME, exports: { Taro: 'Taro', default: 'Taro' } },
  ],
  inner: [
    // Versions 1 and 2 ask for one after another.
    ['.MAX_REQUEST', '.queue.shift()'],
    ['.needPromiseApis', '.modifyApis', '.transformMeta'],
    // The request of its plugin for Alipay.
    ['.toLocaleLowerCase()', 'canIUse("request")', '.httpRequest'],
  ],
  build: {
    kind: 'taro',
    neededBy: ['@tarojs/taro'],
    marks: [/^app\.config\.[jt]sx?$/, /^app\.(?:[jt]sx?|vue)$/],
    source: { folder: 'src', named: { files: ['config/index'], key: 'sourceRoot' } },
    // docs.taro.zone/docs/config-detail: up to version 2 the app's own `config`.
    lists: ['app.config', 'app'],
    aliases: { files: ['config/index'], key: 'alias' },
    environment: { prefixes: ['TARO_APP_'] },
    platform: 'TARO_ENV',
    // docs.taro.zone/docs/apis/about/env: `Taro.getEnv()` gives one of `Taro.ENV_TYPE`.
    asked: {
      call: 'Taro.getEnv()',
      names: 'Taro.ENV_TYPE',
      others: ['WEB', 'RN', 'HARMONY', 'QUICKAPP'],
    },
    otherTargets: ['h5', 'rn', 'harmony'],
    // Up to version 2 the app's `render` is only for types: pages are listed, and its content is not built.
    placeholders: { from: /(?:^|\/)app\.[jt]sx?$/, specifiers: /^\.\/pages\/\w+$/ },
  },
}
