/** Which frameworks a project uses, judging by its files and dependencies. */
import { FRAMEWORKS } from './all.js'
import type { Framework } from './types.js'

/** Files that only an app has; a folder without any may be a game, or anything. */
const OF_APPS =
  /(?:^|\/)(?:app\.json|pages\.json|app\.config\.[jt]sx?|app\.(?:wpy|mpx|cml|uvue)|mini\.project\.json)$/

const isUsed =
  (files: readonly string[], packages: readonly string[]) =>
  ({ packages: own, files: pattern }: Framework): boolean =>
    own.some((name) => packages.includes(name)) ||
    (pattern !== undefined && files.some((file) => pattern.test(file)))

/**
 * Do scripts of the project have the browser's objects (XMLHttpRequest, WebSocket, fetch)? Games and document layers
 * bring them; in apps a script that names them runs elsewhere.
 */
export function hasBrowser(files: readonly string[], packages: readonly string[]): boolean {
  const brought = FRAMEWORKS.some((one) => one.isBrowser && isUsed(files, packages)(one))
  return brought || !files.some((file) => OF_APPS.test(file))
}

/** Does the project's build import undeclared names automatically? */
export function importsByName(packages: readonly string[]): boolean {
  return FRAMEWORKS.some((one) => one.importsByName && isUsed([], packages)(one))
}

/** Are the project's scripts loaded one after another into one scope, as game engines do? */
export function sharesScripts(files: readonly string[], packages: readonly string[]): boolean {
  return FRAMEWORKS.some((one) => one.isEngine && isUsed(files, packages)(one))
}
