/** Is this folder a mini program? */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiName } from '../../types.js'

export interface Place {
  file: string
  line: number
}

export interface FoundDomain {
  api: ApiName
  text: string
  places: Place[]
}

/** The files that tell a mini program and its kind. */
const SIGNS = ['app.json', 'project.config.json', 'mini.project.json', 'package.json']
/** More than any of them is. */
const MAX_BYTES = 1 << 20

/** What tells that this folder is a mini program; empty outside of one. */
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

/** Null for what is not there, can't be read or is larger than source is. */
async function readText(path: string): Promise<string | null> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > MAX_BYTES) return null
      const buffer = Buffer.alloc(size)
      const { bytesRead } = await file.read(buffer, 0, size, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
