/** What kind of project a folder is, which platforms it is built for, and where its own source stands. */
import { posix } from 'node:path'
import type { ProjectKind } from '../../facts/index.js'
import { FAMILIES, type Family } from '../../types.js'
import { keysAt, type ReadSettings, type SettingsFile, textAt, valueAt } from './settings-file.js'

export interface Detected {
  kinds: ProjectKind[]
  families: Family[]
  /** Folders that hold what is released, relative, '' for the whole; nothing beside them is. */
  roots: string[]
  /** Folders of them that run on a server. */
  servers: string[]
  /** Where `@/` and `~/` begin. */
  sourceRoot: string
}

const APP_FILES = ['app.json', 'game.json', 'plugin.json']

/** `files`: every file of the folder, relative. */
export async function detect(files: ReadonlySet<string>, read: ReadSettings): Promise<Detected> {
  const taro = await isTaro(files, read)
  const uni = await uniManifest(files, read)
  const wechat = await wechatRoots(files, read)
  const alipay = await alipayRoot(files, read)
  const kinds: ProjectKind[] = []
  if (uni) kinds.push('uni-app')
  if (taro) kinds.push('taro')
  if (wechat) kinds.push('wechat')
  if (alipay !== null) kinds.push('alipay')
  if (kinds.length === 0) return { kinds: ['plain'], families: [], roots: [''], servers: [], sourceRoot: '' }

  const families = new Set<Family>([...uniFamilies(uni), ...(taro?.families ?? [])])
  if (wechat) families.add('wechat')
  if (alipay !== null) families.add('alipay').add('mpaas')
  // What a framework builds stands in the platform's root: its source is elsewhere.
  const framework = uni ? uniRoot(uni, files) : taro ? taro.root : null
  const roots = framework !== null ? [framework] : [...(wechat?.roots ?? []), ...(alipay === null ? [] : [alipay])]
  return {
    kinds,
    families: FAMILIES.filter((family) => families.has(family)),
    roots: [...new Set(roots)],
    servers: wechat?.servers ?? [],
    sourceRoot: framework ?? roots[0] ?? '',
  }
}

const UNI_KEYS = ['mp-weixin', 'mp-alipay', 'app-plus', 'vueVersion', 'h5', 'quickapp', 'mp-baidu', 'mp-toutiao']

/** uni-app: manifest.json beside pages.json, in the root or in src. */
async function uniManifest(files: ReadonlySet<string>, read: ReadSettings): Promise<SettingsFile | null> {
  for (const folder of ['', 'src/']) {
    const manifest = await read(`${folder}manifest.json`)
    const keys = keysAt(manifest)
    if (UNI_KEYS.some((key) => keys.includes(key))) return manifest
    if (manifest && files.has(`${folder}pages.json`)) return manifest
  }
  return null
}

function uniRoot(manifest: SettingsFile, files: ReadonlySet<string>): string {
  const inSource = manifest.file.startsWith('src/')
  return inSource && files.has('src/pages.json') ? 'src/' : ''
}

function uniFamilies(manifest: SettingsFile | null): Family[] {
  const keys = keysAt(manifest)
  return [
    ...(keys.includes('mp-weixin') ? (['wechat'] as const) : []),
    ...(keys.includes('mp-alipay') ? (['alipay', 'mpaas'] as const) : []),
  ]
}

async function isTaro(
  files: ReadonlySet<string>,
  read: ReadSettings,
): Promise<{ root: string; families: Family[] } | null> {
  const own = await read('package.json')
  const depends = ['dependencies', 'devDependencies'].some((key) => keysAt(own, key).includes('@tarojs/taro'))
  const set = ['js', 'ts'].some((type) => files.has(`config/index.${type}`))
  if (!depends || !(set || [...files].some((file) => file.startsWith('src/')))) return null
  const builds = keysAt(own, 'scripts').map((script) => textAt(own, 'scripts', script) ?? '')
  const types = (type: string) => builds.some((line) => line.includes(`--type ${type}`))
  return {
    root: [...files].some((file) => file.startsWith('src/')) ? 'src/' : '',
    families: [...(types('weapp') ? (['wechat'] as const) : []), ...(types('alipay') ? (['alipay', 'mpaas'] as const) : [])],
  }
}

async function wechatRoots(
  files: ReadonlySet<string>,
  read: ReadSettings,
): Promise<{ roots: string[]; servers: string[] } | null> {
  const shared = await read('project.config.json')
  const own = await read('project.private.config.json')
  const app = await read('app.json')
  const isApp = files.has('game.json') || (valueAt(app, 'pages') !== undefined && hasExtension(files, '.wxml'))
  if (!files.has('project.config.json') && !own && !isApp) return null
  const named = (key: string) => folderOf(textAt(own, key) ?? textAt(shared, key))
  const roots = ['miniprogramRoot', 'pluginRoot'].flatMap((key) => named(key) ?? [])
  const there = roots.filter((root) => root === '' || [...files].some((file) => file.startsWith(root)))
  const server = named('cloudfunctionRoot')
  const functions = named('cloudcontainerRoot')
  return {
    roots: there.length > 0 ? there : [''],
    servers: [server, functions].flatMap((folder) => folder || []),
  }
}

/** Null when it is none of Alipay's. */
async function alipayRoot(files: ReadonlySet<string>, read: ReadSettings): Promise<string | null> {
  const project = await read('mini.project.json')
  if (!project && !files.has('mini.project.json')) {
    const pages = valueAt(await read('app.json'), 'pages') !== undefined
    return pages && hasExtension(files, '.axml') ? '' : null
  }
  const root = folderOf(textAt(project, 'miniprogramRoot')) ?? ''
  return APP_FILES.some((name) => files.has(root + name)) ? root : ''
}

const hasExtension = (files: ReadonlySet<string>, extension: string) =>
  [...files].some((file) => file.endsWith(extension))

/** `./client/` → `client/`; '' for the whole; null for none, and for a folder outside. */
function folderOf(text: string | null): string | null {
  if (text === null) return null
  const path = posix.normalize(text.replaceAll('\\', '/').replace(/^\/+/, ''))
  if (path.startsWith('..')) return null
  return path === '.' || path === './' || path === '' ? '' : `${path.replace(/\/$/, '')}/`
}
