/** Is this folder a mini program? */
import { join } from 'node:path'
import { readFileBounded } from '../../files/index.js'
import type { ApiName } from '../../types.js'

export interface FoundAt {
  file: string
  line: number
}

export interface FoundDomain {
  api: ApiName
  text: string
  places: FoundAt[]
}

/** The files by which a mini program and its type are recognized. */
const SIGNS = ['app.json', 'project.config.json', 'mini.project.json', 'package.json']
/** Larger than any of them. */
const MAX_BYTES = 1 << 20

/** The signs that this folder is a mini program; empty if it isn't. */
export async function signsIn(folder: string): Promise<string[]> {
  const read = async (name: string) => (await readText(join(folder, name))) ?? ''
  const [app = '', wechat, alipay, own = '', ...manifests] = await Promise.all(
    [...SIGNS, 'manifest.json', 'src/manifest.json'].map(read),
  )
  return [
    ...(/"pages"\s*:/.test(app) ? ['app.json'] : []),
    ...(wechat ? ['project.config.json'] : []),
    ...(alipay ? ['mini.project.json'] : []),
    ...(manifests.some((text) => UNI.test(text)) ? ['manifest.json'] : []),
    ...(/"@tarojs\/taro"\s*:/.test(own) ? ['package.json (Taro)'] : []),
  ]
}

const UNI = /"(?:mp-[a-z]+|app-plus|vueVersion)"\s*:/

/** Null if it is missing, unreadable or too large for source. */
async function readText(path: string): Promise<string | null> {
  try {
    const bytes = await readFileBounded(path, MAX_BYTES, { pipes: false })
    return bytes.length > MAX_BYTES ? null : bytes.toString('utf8')
  } catch {
    return null
  }
}
