/**
 * Modules of packages that webpack puts into a bundle, by words that every version keeps when it is minified: an import
 * of such a module is one of the package.
 */

interface PackedModule {
  package: string
  /** All of them stand in it. */
  marks: readonly RegExp[]
  /** Words of its functions that ask for what they are given, in whichever module: what calls it is reported instead. */
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
    // What only some platforms have (`connect`, `trace`) is left out of builds for the others.
    marks: [/setConfig/, /middleware/, /interceptors/, /["']UPLOAD["']/, /["']DOWNLOAD["']/, /\.unshift\(/],
    within: ['UPLOAD', 'DOWNLOAD', 'getTask', 'fullPath', 'baseURL'],
  },
]

/** The package a module of a bundle belongs to; null for a project's own. */
export const packedIn = (code: string): string | null =>
  MODULES.find(({ marks }) => marks.every((mark) => mark.test(code)))?.package ?? null

/** Where words stand of functions that ask, of the packages a bundle may hold. */
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
