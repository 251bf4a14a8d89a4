/** MQTT.js has schemes of its own for sockets of some platforms: `wxs://`. */
import { FAMILIES, familyData, SOCKET_SCHEMES } from '../../platforms/index.js'
import { each } from './shapes.js'
import type { CallShape, Framework, Schemes } from './types.js'

const SCHEMES: Schemes = Object.fromEntries(
  Object.entries(SOCKET_SCHEMES).map(([name, as]) => [
    name,
    { as, families: FAMILIES.filter((family) => familyData(family).source.sockets?.[name] !== undefined) },
  ]),
)
const connect: CallShape = { api: 'connectSocket', url: ['0', '0.url', '0.href'], schemes: SCHEMES }

export const mqtt: Framework = {
  name: 'mqtt',
  packages: ['mqtt', 'mqtt-miniprogram', 'wx-mqtt'],
  isClient: true,
  clients: [{ name: 'mqtt', calls: each(['connect', 'connectAsync'], connect) }],
  copies: { names: ['mqtt'], largerThan: 30_000 },
}
