/** Eclipse Paho: a host and a port, or a whole address. */
import type { CallShape, Framework } from './types.js'

const connect: CallShape = { api: 'connectSocket', url: ['ws://{0}:{1}'] }

export const pahoMqtt: Framework = {
  name: 'paho-mqtt',
  packages: ['paho-mqtt', 'paho-client'],
  isClient: true,
  clients: [
    {
      name: 'paho-mqtt',
      globals: ['Paho', 'Paho.MQTT'],
      clients: { MQTT: 'paho-mqtt' },
      calls: { 'new Client': connect },
    },
  ],
}
