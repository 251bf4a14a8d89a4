/** Files as other programs expect them: relative to the working directory, with forward slashes. */
import type { Entry, Report } from '../types.js'
import { visible } from './text.js'

/** Standard input is called `<stdin>`: no program can open that. */
export function hasFile({ file }: Pick<Entry, 'file'>): boolean {
  return file !== undefined && file !== '' && !file.startsWith('<')
}

/** `./conf\hefa.json` becomes `conf/hefa.json`. */
export function filePath(file: string): string {
  return visible(file.replaceAll('\\', '/').replace(/^(\.\/+)+/, ''), 1000)
}

/** A relative reference, or a `file:` URI for an absolute path (RFC 3986, RFC 8089). */
export function fileUri(file: string): { uri: string; relative: boolean } {
  const path = filePath(file)
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return { uri: `file://${encoded}`, relative: false }
  if (/^[A-Za-z]:\//.test(path)) {
    return { uri: `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`, relative: false }
  }
  return { uri: encoded, relative: true }
}

/** A finding in a mini program's source: its place is where to fix it. */
export const isSource = ({ rule }: { rule: string }): boolean => rule.startsWith('project/')

/** The file of the first entry: where a finding about the config as a whole is shown. */
export function configFile({ config, targets }: Report): string | undefined {
  const entries = [
    ...targets.flatMap((target) => target.entries),
    ...config.flatMap((result) => (isSource(result) ? [] : (result.entry ?? []))),
  ]
  return entries.find(hasFile)?.file
}
