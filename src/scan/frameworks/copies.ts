/** Copies of libraries among a project's own files that know by themselves where they send. */
import { FRAMEWORKS } from './all.js'

/** Is that the file of settings which a copy of the client's library loads? */
export const isCopysSettings = (client: string, specifier: string): boolean =>
  FRAMEWORKS.some(
    ({ clients: [first] = [], copies }) =>
      first?.name === client && (copies?.settings?.test(specifier) ?? false),
  )
