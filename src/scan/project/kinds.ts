/** What a file is read as, by its extension. */
import { NATIVE_FAMILIES, projectOf } from '../../platforms/index.js'
import { extensionOf } from './paths.js'

export type Kind = 'script' | 'component' | 'markup' | 'json'

interface Read {
  kind: Kind
  /** The language of its scripts, if they don't say. */
  language: 'js' | 'ts'
}

const js: Read = { kind: 'script', language: 'js' }
const ts: Read = { kind: 'script', language: 'ts' }
const component: Read = { kind: 'component', language: 'js' }
const markup: Read = { kind: 'markup', language: 'js' }

const KINDS: Readonly<Record<string, Read>> = {
  '.js': js,
  '.jsx': js,
  '.mjs': js,
  '.cjs': js,
  '.es6': js,
  '.ts': ts,
  '.tsx': ts,
  '.mts': ts,
  '.cts': ts,
  // uni-app x, ArkTS: dialects of TypeScript.
  '.uts': ts,
  '.ets': ts,
  // Page scripts of WeChat and Alipay.
  '.wxs': js,
  '.sjs': js,
  // uni-app's, wepy's, mpx's, chameleon's and quick apps' components.
  '.vue': component,
  '.nvue': component,
  '.uvue': { kind: 'component', language: 'ts' },
  '.wpy': component,
  '.mpx': component,
  '.cml': component,
  '.interface': component,
  '.ux': component,
  '.wxml': markup,
  '.axml': markup,
  '.json': { kind: 'json', language: 'js' },
}

/** Null for what isn't read. */
export function readAs(file: string): Read | null {
  const extension = extensionOf(file)
  return Object.hasOwn(KINDS, extension) ? (KINDS[extension] ?? null) : null
}

export const isTypes = (file: string): boolean => /\.d\.(?:[cm]?ts|uts|ets)$/i.test(file)

/** Can it contain scripts of a mini program? */
export function holdsScripts(file: string): boolean {
  const read = readAs(file)
  return read !== null && read.kind !== 'json' && !isTypes(file)
}

/** In the order in which an import without an extension tries them. */
export const IMPORTED: readonly string[] = [
  ...['.js', '.ts', '.jsx', '.tsx', '.vue', '.uvue', '.nvue', '.uts', '.ets', '.mjs', '.cjs', '.mts', '.cts'],
  ...['.es6', '.wpy', '.mpx', '.cml', '.interface', '.ux', '.wxs', '.sjs', '.json'],
]

/** Extensions of files that can hold a page's or component's script. */
export const PAGES: readonly string[] = IMPORTED.filter((one) => !/^\.(?:json|wxs|sjs|interface)$/.test(one))

/**
 * What has a name of its own and no script that a mini program would run: pictures, sounds, fonts, styles, texts,
 * other server and phone languages, other vendors' markup, leftovers of editors and tools.
 */
const OTHER = new Set(
  [
    'png jpg jpeg gif svg webp bmp ico avif heic tif tiff psd ai sketch',
    'mp3 mp4 m4a aac wav ogg amr flac mov avi webm m3u8 ttf otf woff woff2 eot',
    'css wxss acss ttss qss jxss scss sass less styl stylus pcss postcss',
    'md markdown txt rst log csv tsv pdf doc docx xls xlsx ppt pptx wiki',
    'html htm xhtml xml yml yaml toml ini conf cfg properties json5 jsonc lock map snap tsbuildinfo iml',
    'swan ttml qml ksml jxml xhsml vm ejs hbs pug jade tpl tmpl',
    'py rb go rs java kt kts swift m mm c cc cpp h hpp cs php pl sh bash bat cmd ps1 lua sql dart scala gradle r',
    'vert frag glsl vs fs hlsl wgsl shader effect mtl obj fbx gltf glb bin dat wasm zip gz tar br 7z rar jar aar so dll class dex',
    'atlas plist fnt anim prefab fire scene meta skel sk spine exml fui pb proto graphql gql wsdl',
    'bak old orig rej tmp temp swp pem key crt cer p12 p8 keystore jks pac mtx tmx tsx~ plain',
  ]
    .join(' ')
    .split(' ')
    .map((one) => `.${one}`),
)

const MARKUP: ReadonlySet<string> = new Set(NATIVE_FAMILIES.map((family) => projectOf(family).markup))

/** Pages of a family, whether they are read or only show which platform the project is for. */
export const isMarkup = (file: string): boolean => MARKUP.has(extensionOf(file))

/** A name that says it isn't a script. */
export const isOther = (file: string): boolean => OTHER.has(extensionOf(file))

/** A text that may be a script in an unknown language. */
export function mayBeScript(file: string): boolean {
  const extension = extensionOf(file)
  return /^\.[a-z][a-z0-9]{0,7}$/.test(extension) && readAs(file) === null && !isOther(file)
}
