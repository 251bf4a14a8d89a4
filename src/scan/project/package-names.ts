/** What names and paths say about packages. */

/** `@scope/name` or `name`, and the path inside it. */
export function partsOf(specifier: string): { name: string; path: string } {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  return { name: parts.slice(0, length).join('/'), path: parts.slice(length).join('/') }
}

export const packageOf = (specifier: string): string => partsOf(specifier).name

/** Does a file belong to an installed package, not to the project itself? */
export const isInstalled = (file: string): boolean => /(?:^|\/)(?:node_modules|miniprogram_npm)\//.test(file)
