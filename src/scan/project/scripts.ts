/** Which of the files are shipped with the mini program. */
import type { Home } from './home.js'
import { nameOf, within } from './paths.js'
import { holdsScripts } from './walk.js'

export function scriptsOf(files: readonly string[], homes: readonly Home[]): string[] {
  const shipping = homes.filter(({ roots }) => roots.length > 0)
  const pages = homes.flatMap((home) => home.pages)
  const folders = new Set(['', ...homes.flatMap(({ folder, roots }) => [folder, ...roots])])
  return files.filter((file) => {
    if (!holdsScripts(file) || isTest(file, folders, pages)) return false
    if (homes.some(({ server }) => server.some((folder) => within(file, folder)))) return false
    return shipping.length === 0 || shipping.some((home) => ships(home, file))
  })
}

function ships({ roots, unpacked }: Home, file: string): boolean {
  return roots.some(
    (root) => within(file, root) && !unpacked(root === '' ? file : file.slice(root.length + 1)),
  )
}

const TEST_FILE = /\.(?:test|spec)\.[a-z]+$/i
const TEST_FOLDERS = new Set(['__tests__', '__mocks__'])
/** Beside a project's sources they hold tests; further down a page may be called so. */
const TOP_TEST_FOLDERS = new Set(['test', 'tests', 'e2e'])

function isTest(file: string, folders: ReadonlySet<string>, pages: readonly string[]): boolean {
  if (TEST_FILE.test(nameOf(file))) return true
  const parts = file.split('/').slice(0, -1)
  return parts.some((part, index) => {
    if (TEST_FOLDERS.has(part)) return true
    if (!TOP_TEST_FOLDERS.has(part) || !folders.has(parts.slice(0, index).join('/'))) return false
    const folder = parts.slice(0, index + 1).join('/')
    return !pages.some((page) => within(page, folder))
  })
}
