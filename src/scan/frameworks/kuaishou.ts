/** 快手's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const kuaishou: Framework = { name: 'kuaishou', packages: [], objects: [foreign('ks')] }
