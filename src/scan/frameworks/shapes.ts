/** Shapes many frameworks share. */
import type { CallApi, CallShape, PlatformObject } from './types.js'

/** What asks a server; other shapes show or play something. */
export const ASKS: ReadonlySet<string> = new Set([
  'request',
  'connectSocket',
  'uploadFile',
  'downloadFile',
  'udp',
  'tcp',
] satisfies CallApi[])

const OPTIONS = ['0.url', '0'] as const

export const request: CallShape = { api: 'request', url: OPTIONS }
export const upload: CallShape = { api: 'uploadFile', url: OPTIONS }
export const download: CallShape = { api: 'downloadFile', url: OPTIONS }
export const socket: CallShape = { api: 'connectSocket', url: OPTIONS }
/** With the data to send as the second argument. */
export const sending: CallShape = { ...request, body: 1 }
/** Media on a page: the URL that is assigned to it. */
export const shown = (api: 'image' | 'video' | 'audio'): CallShape => ({ api, url: ['0'], takesFiles: true })

/** `http` and `https` as sockets connect with them. */
export const SOCKET_SCHEMES = {
  http: { as: 'ws', families: [] },
  https: { as: 'wss', families: [] },
} as const

/** The same shape under several names. */
export function each(names: readonly string[], shape: CallShape): Record<string, CallShape> {
  return Object.fromEntries(names.map((name) => [name, shape]))
}

/** Methods of request libraries, as axios has named them. */
export const VERBS: Readonly<Record<string, CallShape>> = {
  ...each(['get', 'delete', 'head', 'options', 'request'], request),
  ...each(['post', 'put', 'patch'], sending),
  upload,
  download,
}

/**
 * Members of objects modelled on WeChat's `wx`. `getImageInfo` is subject to the downloadFile list
 * (developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.getImageInfo.html: 网络图片需先配置 download 域名才能生效);
 * media that is only shown or played is subject to none.
 */
export const PLATFORM_CALLS: Readonly<Record<string, CallShape>> = {
  request: { ...request },
  uploadFile: upload,
  downloadFile: download,
  connectSocket: socket,
  getImageInfo: { api: 'downloadFile', url: ['0.src', '0'], takesFiles: true, mayBeFile: true },
  previewImage: { api: 'image', url: ['0.urls.*', '0.current'], takesFiles: true },
  previewMedia: { api: 'image', url: ['0.sources.*.url'], takesFiles: true },
  loadFontFace: { api: 'font', url: ['0.source'], takesFiles: true },
  playBackgroundAudio: { api: 'audio', url: ['0.dataUrl'], takesFiles: true },
}

/** Objects that such a platform returns: their sources are assigned. */
export const PLATFORM_GIVES: Readonly<Record<string, string>> = {
  createInnerAudioContext: 'InnerAudioContext()',
  getBackgroundAudioManager: 'BackgroundAudioManager()',
  createImage: 'Image()',
  createVideo: 'Video()',
  createWorker: 'Worker()',
}

/**
 * Sockets without a URL: what they are sent to is a host and a port. `udp.connect` only prepares for `write`, which names both
 * again (UDPSocket.write: 即使调用了 connect 也需要在本接口填入地址和端口参数), but not every script keeps to that.
 */
const datagram: CallShape = { api: 'udp', url: ['udp://{0.address}:{0.port}'] }
const stream: CallShape = { api: 'tcp', url: ['tcp://{0.address}:{0.port}'] }
export const UDP_CALLS = each(['send', 'write', 'connect'], datagram)
export const TCP_CALLS = { connect: stream }

/** What makes such a socket, and the path of its object. */
export const SOCKET_MAKERS: Readonly<Record<string, string>> = {
  createUDPSocket: 'UDPSocket()',
  createTCPSocket: 'TCPSocket()',
}

/** An object modelled on `wx`, of a platform or of a cross-platform framework. */
export function platform(path: string, more: Partial<PlatformObject> = {}): PlatformObject {
  const gives = { ...PLATFORM_GIVES, ...SOCKET_MAKERS }
  return { path, families: [], calls: PLATFORM_CALLS, gives, ...more }
}

/** Another vendor's platform. */
export function foreign(path: string, calls = PLATFORM_CALLS): PlatformObject {
  return platform(path, { isForeign: true, calls, gives: PLATFORM_GIVES })
}
