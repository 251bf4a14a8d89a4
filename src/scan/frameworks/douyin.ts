/** 抖音's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const douyin: Framework = {
  name: 'douyin',
  packages: [],
  imports: { 'remax/toutiao': 'tt', '@remax/toutiao': 'tt' },
  objects: [foreign('tt')],
}
