/** Taro's plugin that brings the browser's XMLHttpRequest into mini programs. */
import type { Framework } from './types.js'

export const taroHttp: Framework = { name: 'taro-http', packages: ['@tarojs/plugin-http'], isBrowser: true }
