/**
 * Package modules in a webpack bundle, recognised by words that survive minification in every version: an import
 * of such a module is an import of the package.
 */

interface PackedModule {
  package: string
  /** All of them stand in it. */
  marks: readonly RegExp[]
  /** A larger one, in UTF-16 units, was combined with others, whose exports it has too. */
  most?: number
  /** Words of its functions that request URLs they are given, in any module: their callers are reported instead. */
  within?: readonly string[]
}

/** Looked up in builds of vuex 3.0 to 3.6 and of luch-request 3.0 and 3.1 on 2026-11-27. */
const MODULES: readonly PackedModule[] = [
  {
    package: 'vuex',
    marks: [/_modulesNamespaceMap/, /registerModule/, /["']mapGetters["']/, /\bmapGetters:/, /\bStore:/],
  },
  {
    package: 'luch-request',
    // Methods that only some platforms have (`connect`, `trace`) are left out of builds for the others.
    marks: [/setConfig/, /middleware/, /interceptors/, /["']UPLOAD["']/, /["']DOWNLOAD["']/, /\.unshift\(/],
    within: ['UPLOAD', 'DOWNLOAD', 'getTask', 'fullPath', 'baseURL'],
  },
  {
    package: 'axios',
    marks: [/\.CancelToken\s*=/, /\.isCancel\s*=/, /\.spread\s*=/, /\.prototype\.request\b/],
    most: 4_000,
  },
  {
    package: 'flyio',
    marks: [/baseURL:\s*["']{2}/, /parseJson:/, /withCredentials:/, /\.lock\b|["']lock["']/],
    within: ['statusMessage', 'responseText', 'errMsg'],
  },
]

/** The package a module of a bundle belongs to; null for a project's own. */
export const packedIn = (code: string): string | null =>
  MODULES.find(
    ({ marks, most = code.length }) => code.length <= most && marks.every((mark) => mark.test(code)),
  )?.package ?? null

/** The positions of words of requesting functions, for the packages a bundle may contain. */
export interface Asking {
  package: string
  places: readonly (readonly number[])[]
}

export const askingIn = (code: string): Asking[] =>
  MODULES.flatMap(({ package: name, marks, within }) =>
    within && marks.every((mark) => mark.test(code))
      ? [{ package: name, places: within.map((word) => placesOf(code, word)) }]
      : [],
  )

export function placesOf(code: string, mark: string): number[] {
  const places: number[] = []
  for (let at = code.indexOf(mark); at >= 0; at = code.indexOf(mark, at + 1)) places.push(at)
  return places
}
