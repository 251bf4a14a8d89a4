/** Packages and globals that are known by name. */
import type { ApiName, Family } from '../../types.js'
import type { Value } from './values.js'

export type CallApi = Extract<ApiName, 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'>

/** Objects whose members are network APIs, and the platforms they run on; none for a framework, which runs on all. */
export const PLATFORM_OBJECTS: Readonly<Record<string, readonly Family[]>> = {
  wx: ['wechat'],
  my: ['alipay', 'mpaas'],
  uni: [],
  Taro: [],
}

/** Objects of platforms that are none of ours: their calls are told, and judged for none. */
export const FOREIGN_OBJECTS: ReadonlySet<string> = new Set(['swan', 'tt', 'qq'])

export const APIS: Readonly<Record<string, CallApi>> = {
  request: 'request',
  httpRequest: 'request',
  uploadFile: 'uploadFile',
  downloadFile: 'downloadFile',
  connectSocket: 'connectSocket',
}

/** Libraries that make requests, by a part of the path they are imported from. */
const LIBRARIES = [
  'axios',
  'luch-request',
  'flyio',
  'uni-ajax',
  'mqtt',
  '@escook/request-miniprogram',
] as const

/** The library an import specifier or a file's path belongs to: `axios`, `../libs/axios.min.js`, `mqtt/dist/mqtt`. */
export function libraryOf(specifier: string): string | null {
  const parts = specifier.split('/').map((part) => part.replace(/(\.min)?\.(js|ts|mjs|cjs)$|\.min$/, ''))
  for (const library of LIBRARIES) {
    if (library.startsWith('@')) {
      if (specifier.includes(library)) return library
    } else if (parts.includes(library)) return library
  }
  return parts.includes('axios-miniprogram') ? 'axios' : null
}

/** What an import of a known package gives; null for one that must be looked for. */
export function packageValue(specifier: string, name: string): Value | null {
  if (specifier === '@tarojs/taro') {
    const whole = name === '*' || name === 'default' || name === 'require'
    return { k: 'native', path: whole ? 'Taro' : `Taro.${name}` }
  }
  const library = libraryOf(specifier)
  if (!library) return null
  const whole = name === '*' || name === 'default' || name === 'require'
  return { k: 'package', name: library, path: whole ? '' : name }
}

/** `window.wx`, `globalThis.wx` and the like are `wx`. */
const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'global', 'self'])

/** The path of a global's member, with what is only another name for it put right. */
export function nativeMember(path: string, name: string): string {
  if (GLOBAL_OBJECTS.has(path)) return name
  if (path === 'Taro' && name === 'default') return 'Taro'
  if (path === 'wx' && (name === 'pro' || name === 'p')) return 'wx'
  return `${path}.${name}`
}

/** The API a path names, with the object it is written on. */
export function apiOf(path: string): { object: string; name: string; api: CallApi } | null {
  const [object, name, more] = path.split('.')
  if (object === undefined || name === undefined || more !== undefined) return null
  const api = Object.hasOwn(APIS, name) ? APIS[name] : undefined
  const known = Object.hasOwn(PLATFORM_OBJECTS, object) || FOREIGN_OBJECTS.has(object)
  if (!api || !known || (name === 'httpRequest' && object !== 'my')) return null
  return { object, name, api }
}
