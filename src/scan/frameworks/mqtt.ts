/** MQTT.js writes `wxs://` for a socket of WeChat and `alis://` for one of Alipay. */
import { each } from './shapes.js'
import type { CallShape, Framework, Schemes } from './types.js'

const SCHEMES: Schemes = {
  wxs: { as: 'wss', families: ['wechat'] },
  wx: { as: 'ws', families: ['wechat'] },
  alis: { as: 'wss', families: ['alipay', 'mpaas'] },
  ali: { as: 'ws', families: ['alipay', 'mpaas'] },
}
const connect: CallShape = { api: 'connectSocket', url: ['0', '0.url', '0.href'], schemes: SCHEMES }

export const mqtt: Framework = {
  name: 'mqtt',
  packages: ['mqtt', 'mqtt-miniprogram'],
  isClient: true,
  clients: [{ name: 'mqtt', calls: each(['connect', 'connectAsync'], connect) }],
  copies: { names: ['mqtt'], largerThan: 30_000 },
}
