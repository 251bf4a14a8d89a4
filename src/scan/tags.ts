/** Names of components: as tags, as variables, and as files. */

/** `u-button`, `uButton` and `UButton` are the same. */
export const plain = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase()

/** A component by its file: the file's name, or the folder's if the file is called `index`. */
export function tagOfFile(file: string): string {
  const [folder = '', own = ''] = `/${file}`.split('/').slice(-2)
  const bare = own.replace(/\.\w+$/, '')
  return plain(bare === 'index' ? folder : bare)
}

/** The tag, and what is left of it without prefixes: builds may find `up-button` in a file `button`. */
export function endings(tag: string): string[] {
  const parts = tag.split('-')
  return parts.map((_, at) => parts.slice(at).join('-'))
}

/** A component's markup and script are in one file. */
export const holdsMarkup = (file: string): boolean => /\.(?:vue|nvue|uvue|wpy|mpx|cml|ux)$/i.test(file)
