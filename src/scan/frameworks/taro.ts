/** Taro. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

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
  objects: [platform('Taro', { same: ['default'] })],
}
