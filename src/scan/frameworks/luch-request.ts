/** luch-request: `new Request(settings)`, whose `middleware` is its `request`. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

/** Methods it sends files by (luch-request, `core/dispatchRequest` and its adapter). */
export const FILES = { UPLOAD: 'uploadFile', DOWNLOAD: 'downloadFile' } as const

/** What it merges of a call's settings and its own (luch-request, `core/mergeConfig`). */
export const FLAGS = 'custom'

export const luchRequest: Framework = {
  name: 'luch-request',
  packages: ['luch-request'],
  isClient: true,
  clients: [
    {
      name: 'luch-request',
      makes: ['create', 'instance', 'new', 'Request'],
      base: ['baseURL', 'baseUrl'],
      settings: ['config', 'defaults'],
      setups: ['setConfig'],
      flags: FLAGS,
      calls: { ...VERBS, middleware: request, connect: request, trace: request },
      methods: FILES,
    },
  ],
  // Its files are 6 kB at most, all of them 25.
  copies: { names: ['luch-request'], marks: [/@description\s+luch-request\b/], within: 50_000 },
}
