/** 百度's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const baidu: Framework = { name: 'baidu', packages: [], objects: [foreign('swan')] }
