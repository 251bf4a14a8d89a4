/** Import specifiers → files of the project. */
import type { Family } from '../../types.js'
import { type Alias, applied } from './aliases.js'
import type { Home } from './home.js'
import { extensionOf, folderOf, joined, within } from './paths.js'

const EXTENSIONS = ['.js', '.ts', '.jsx', '.tsx', '.vue', '.mjs', '.cjs', '.mts', '.cts', '.wxs', '.json']
/** TypeScript's sources are imported under the names their output will have. */
const SOURCES: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}
/** `x.weapp.ts` stands for `./x` where Taro builds for WeChat. */
const SUFFIXES: Record<Family, string[]> = {
  wechat: ['.weapp', '.mp-weixin', '.wx'],
  alipay: ['.alipay', '.mp-alipay', '.my'],
  mpaas: ['.alipay'],
}

export interface ResolveInput {
  files: readonly string[]
  links: ReadonlyMap<string, string>
  aliases: readonly Alias[]
  homes: readonly Home[]
  families: readonly Family[]
}

export function createResolve(input: ResolveInput): (specifier: string, from: string) => string | null {
  const files = new Set(input.files)
  const families: readonly Family[] = input.families.length > 0 ? input.families : ['wechat', 'alipay']
  const suffixes = [...new Set(families.flatMap((family) => SUFFIXES[family]))]

  function existing(path: string | null): string | null {
    if (path === null) return null
    const inner = joined('', path)
    if (inner === null) return null
    const real = throughLinks(inner, input.links)
    return candidatesOf(real, suffixes).find((candidate) => files.has(candidate)) ?? null
  }

  return (specifier, from) => {
    const path = specifier.replace(/\?.*$/s, '')
    if (path === '') return null
    if (/^\.{1,2}(?:\/|$)/.test(path)) return existing(joined(folderOf(from), path))
    for (const alias of input.aliases) {
      if (!within(from, alias.scope)) continue
      const found = applied(alias, path)
        ?.map(existing)
        .find((file) => file !== null)
      if (found) return found
    }
    if (!path.startsWith('/')) return null
    const roots = input.homes.flatMap((home) => home.roots).filter((root) => within(from, root))
    const nearest = roots.sort((a, b) => b.length - a.length)
    for (const root of [...nearest, '']) {
      const found = existing(joined(root, path.replace(/^\/+/, '')))
      if (found) return found
    }
    return null
  }
}

function candidatesOf(path: string, suffixes: readonly string[]): string[] {
  const extension = extensionOf(path)
  const bare = extension === '' ? path : path.slice(0, -extension.length)
  const swapped = (SOURCES[extension] ?? []).map((other) => bare + other)
  const endings = [...suffixes.flatMap((suffix) => EXTENSIONS.map((one) => suffix + one)), ...EXTENSIONS]
  const own = EXTENSIONS.includes(extension) ? [path] : []
  const index = path === '' ? 'index' : `${path}/index`
  return [
    ...own,
    ...swapped,
    ...endings.map((ending) => path + ending),
    ...endings.map((ending) => index + ending),
  ]
}

/** Links may lead to what lies behind links: their number bounds the steps. */
function throughLinks(path: string, links: ReadonlyMap<string, string>): string {
  let at = path
  for (let left = links.size; left > 0; left--) {
    const link = [...links.keys()].find((one) => within(at, one))
    if (link === undefined) return at
    const target = links.get(link) ?? ''
    const rest = at.slice(link.length).replace(/^\//, '')
    at = target === '' ? rest : rest === '' ? target : `${target}/${rest}`
  }
  return at
}
