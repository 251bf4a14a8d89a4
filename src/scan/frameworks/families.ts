/** The global objects that platforms provide to scripts, for all families. */
import { FAMILIES, type Family, familyData } from '../../platforms/index.js'
import type { ApiName } from '../../types.js'
import {
  download,
  each,
  PLATFORM_CALLS,
  PLATFORM_GIVES,
  platform,
  request,
  SOCKET_MAKERS,
  shown,
  socket,
  TCP_CALLS,
  UDP_CALLS,
  upload,
} from './shapes.js'
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
    for (const { path, same = [], also = {}, byName } of familyData(family).source.objects) {
      const known = found.get(path)
      if (known) known.families.push(family)
      else {
        const own = Object.entries(also).map(([name, api]) => each([name], SHAPES[api] ?? request))
        const calls = Object.assign({}, PLATFORM_CALLS, ...own)
        const more = { same, calls, gives: givenBy(path), ...(byName ? { byName } : {}) }
        found.set(path, { ...platform(path, more), families: [family] })
      }
    }
  }
  return [...found.values()].flatMap((one) => [one, ...socketsOf(`${one.path}.`, one.families)])
}

/** A family's sockets are on that family alone. */
const givenBy = (path: string) => ({
  ...PLATFORM_GIVES,
  ...Object.fromEntries(Object.entries(SOCKET_MAKERS).map(([name, made]) => [name, `${path}.${made}`])),
})

const socketsOf = (of: string, families: Family[]): PlatformObject[] => [
  { path: `${of}UDPSocket()`, families, calls: UDP_CALLS },
  { path: `${of}TCPSocket()`, families, calls: TCP_CALLS },
]

/** A framework for several platforms has the sockets of those whose console lists servers for them. */
const withList = (api: ApiName) =>
  FAMILIES.filter((family) => familyData(family).lists.apis.some((one) => one === api))

const importsOf = (): Record<string, string> =>
  Object.assign({}, ...FAMILIES.map((family) => familyData(family).source.imports ?? {}))

export const families: Framework = {
  name: 'families',
  packages: [],
  imports: importsOf(),
  objects: [
    ...objectsOf(),
    { path: 'UDPSocket()', families: withList('udp'), calls: UDP_CALLS },
    { path: 'TCPSocket()', families: withList('tcp'), calls: TCP_CALLS },
    { path: 'InnerAudioContext()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'BackgroundAudioManager()', families: [], calls: { 'src=': shown('audio') } },
    { path: 'Image()', families: [], calls: { 'src=': shown('image') } },
    { path: 'Video()', families: [], calls: { 'src=': shown('video') } },
  ],
}
