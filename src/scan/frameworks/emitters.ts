/** Small packages of which every instance hands events on: what one function is told with, another one hears. */
import type { Framework, PlatformObject } from './types.js'

const maker = (path: string): PlatformObject => ({
  ...{ path, families: [], same: ['default', 'EventEmitter'], calls: {} },
  gives: { '': 'Emitter()' },
})

export const emitters: Framework = {
  name: 'emitters',
  packages: [],
  imports: {
    mitt: 'mitt',
    events: 'events',
    eventemitter3: 'eventemitter3',
    'tiny-emitter': 'tiny-emitter',
    'tiny-emitter/instance': 'Emitter()',
  },
  objects: ['mitt', 'events', 'eventemitter3', 'tiny-emitter'].map(maker),
}
