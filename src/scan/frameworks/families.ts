/** The global objects that platforms provide to scripts, for all families. */
import { FAMILIES, type Family, familyData } from '../../platforms/index.js'
import { download, each, PLATFORM_CALLS, platform, request, shown, socket, upload } from './shapes.js'
import type { CallShape, Framework, PlatformObject } from './types.js'

const SHAPES: Readonly<Record<string, CallShape>> = {
  request,
  connectSocket: socket,
  uploadFile: upload,
  downloadFile: download,
}

/** An object shared by several families is one object. */
function objectsOf(): PlatformObject[] {
  const found = new Map<string, PlatformObject & { families: Family[] }>()
  for (const family of FAMILIES) {
    for (const { path, same = [], also = {} } of familyData(family).source.objects) {
      const known = found.get(path)
      if (known) known.families.push(family)
      else {
        const own = Object.entries(also).map(([name, api]) => each([name], SHAPES[api] ?? request))
        const calls = Object.assign({}, PLATFORM_CALLS, ...own)
        found.set(path, { ...platform(path, { same, calls }), families: [family] })
      }
    }
  }
  return [...found.values()]
}

const importsOf = (): Record<string, string> =>
  Object.assign({}, ...FAMILIES.map((family) => familyData(family).source.imports ?? {}))

export const families: Framework = {
  name: 'families',
  packages: [],
  imports: importsOf(),
  objects: [
    ...objectsOf(),
    { path: 'InnerAudioContext()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'BackgroundAudioManager()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'Image()', families: [], calls: { 'src=': shown('image') } },
    { path: 'Video()', families: [], calls: { 'src=': shown('video') } },
  ],
}
