/** Is this folder a mini program, whose, and which origins does its source call? */
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiName, Family } from '../../types.js'
import { originsIn } from './origins.js'

export interface Place {
  file: string
  line: number
}

export interface FoundDomain {
  api: ApiName
  text: string
  places: Place[]
}

export interface Project {
  /** The files that told. */
  signs: string[]
  families: Family[]
}

export interface Search {
  domains: FoundDomain[]
  leftOut: { text: string; places: Place[] }[]
  files: number
  /** Not everything was read: too many files, or one too large. */
  cut: boolean
}

const MOST_FILES = 2000
const MOST_FOLDERS = 5000
const MAX_BYTES = 1 << 20
const SOURCE = /\.(?:js|ts|mjs|cjs|jsx|tsx|json|wxml|axml|vue)$/
const SKIPPED = new Set(['node_modules', 'miniprogram_npm', 'dist', 'unpackage', 'build', 'coverage'])
/** What they hold are addresses of packages and schemas. */
const NO_SOURCE =
  /^(?:package(?:-lock)?|tsconfig.*|jsconfig|project\.(?:private\.)?config|mini\.project)\.json$|\.d\.ts$/

/** Null outside of a mini program. */
export async function projectIn(folder: string): Promise<Project | null> {
  const read = async (name: string) => (await readText(join(folder, name))) ?? ''
  const [app, wechat, alipay, own, manifest, inner] = await Promise.all(
    [
      'app.json',
      'project.config.json',
      'mini.project.json',
      'package.json',
      'manifest.json',
      'src/manifest.json',
    ].map(read),
  )
  const uni =
    [manifest, inner].find((text) => /"(?:mp-[a-z]+|app-plus|vueVersion)"\s*:/.test(text ?? '')) ?? ''
  const taro = /"@tarojs\/taro"\s*:/.test(own ?? '')
  const signs = [
    ...(/"pages"\s*:/.test(app ?? '') ? ['app.json'] : []),
    ...(wechat ? ['project.config.json'] : []),
    ...(alipay ? ['mini.project.json'] : []),
    ...(uni ? ['manifest.json'] : []),
    ...(taro ? ['package.json (Taro)'] : []),
  ]
  if (signs.length === 0) return null
  const families: Family[] = [
    ...(wechat || /"mp-weixin"\s*:/.test(uni) || (taro && /weapp/.test(own ?? ''))
      ? ['wechat' as const]
      : []),
    ...(alipay || /"mp-alipay"\s*:/.test(uni) || (taro && /alipay/.test(own ?? ''))
      ? ['alipay' as const]
      : []),
  ]
  return { signs, families }
}

export async function searchDomains(folder: string): Promise<Search> {
  const { files, cut } = await sourceFiles(folder)
  const found = new Map<string, FoundDomain>()
  const leftOut = new Map<string, { text: string; places: Place[] }>()
  let partly = cut
  for (const file of files) {
    const text = await readText(join(folder, file))
    if (text === null) {
      partly = true
      continue
    }
    const origins = originsIn(text, file)
    for (const { api, origin, line } of origins.found) {
      const key = `${api} ${origin}`
      const known = found.get(key) ?? { api, text: origin, places: [] }
      known.places.push({ file, line })
      found.set(key, known)
    }
    for (const { text: address, line } of origins.leftOut) {
      const known = leftOut.get(address) ?? { text: address, places: [] }
      known.places.push({ file, line })
      leftOut.set(address, known)
    }
  }
  return { domains: [...found.values()], leftOut: [...leftOut.values()], files: files.length, cut: partly }
}

/** Breadth first and in the order of names, so that the same folder gives the same list; links are not followed. */
async function sourceFiles(folder: string): Promise<{ files: string[]; cut: boolean }> {
  const files: string[] = []
  const folders = ['']
  for (let at = 0; at < folders.length; at++) {
    if (at >= MOST_FOLDERS) return { files, cut: true }
    const here = folders[at] ?? ''
    const entries = await readdir(join(folder, here), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = here === '' ? entry.name : `${here}/${entry.name}`
      if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name)) folders.push(path)
      if (!entry.isFile() || !SOURCE.test(entry.name) || NO_SOURCE.test(entry.name)) continue
      if (files.length >= MOST_FILES) return { files, cut: true }
      files.push(path)
    }
  }
  return { files, cut: false }
}

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
