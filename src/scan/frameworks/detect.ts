/** Which frameworks a project uses, by its files and by the packages it needs. */
import { FRAMEWORKS } from './all.js'

/** What only an app has; a folder without any may be a game, or anything. */
const OF_APPS =
  /(?:^|\/)(?:app\.json|pages\.json|app\.config\.[jt]sx?|app\.(?:wpy|mpx|cml|uvue)|mini\.project\.json)$/

/**
 * Do scripts of the project have the browser's objects (XMLHttpRequest, WebSocket, fetch)? Games and document layers
 * bring them; in apps a script that names them runs elsewhere.
 */
export function hasBrowser(files: readonly string[], packages: readonly string[]): boolean {
  const brought = FRAMEWORKS.some(
    ({ isBrowser, packages: own, files: pattern }) =>
      isBrowser &&
      (own.some((name) => packages.includes(name)) || (pattern && files.some((file) => pattern.test(file)))),
  )
  return brought || !files.some((file) => OF_APPS.test(file))
}
