/** QQ's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const qq: Framework = { name: 'qq', packages: [], objects: [foreign('qq')] }
