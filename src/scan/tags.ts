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

/** Elements of the platforms and of Vue: no project's component has such a name. */
const BUILT_IN = new Set(
  [
    'block view text image button input template slot scroll-view swiper swiper-item form label textarea picker',
    'picker-view picker-view-column icon radio radio-group checkbox checkbox-group switch slider progress canvas map',
    'camera video audio cover-view cover-image live-player live-pusher navigator web-view rich-text movable-view',
    'movable-area match-media page-container root-portal ad open-data official-account import include wxs script style',
    'transition transition-group keep-alive div span img a p ul li h1 h2 h3 h4 em strong i b',
  ]
    .join(' ')
    .split(' '),
)

export const isBuiltIn = (tag: string): boolean => BUILT_IN.has(tag)
