/** Functions of platforms and frameworks that are given, inside the mini program, what other functions are given elsewhere. */

export interface Channel {
  /** They are given a function. */
  hears: readonly string[]
  /** They give it what follows the event's name, or the message. */
  tells: readonly string[]
  /** Both begin with the name of an event. */
  isNamed: boolean
}

/** Of a package's emitters, and of an instance of Vue that is made for nothing else. */
const each = (names: readonly string[]) => names.map((name) => `Emitter().${name}`)

const CHANNELS: readonly Channel[] = [
  // uniapp.dcloud.net.cn/api/window/communication.html
  { hears: ['uni.$on', 'uni.$once'], tells: ['uni.$emit'], isNamed: true },
  // docs.taro.zone/docs/apis/about/events
  {
    hears: ['Taro.eventCenter.on', 'Taro.eventCenter.once'],
    tells: ['Taro.eventCenter.trigger'],
    isNamed: true,
  },
  {
    hears: each(['on', 'once', 'addListener', '$on', '$once']),
    tells: each(['emit', '$emit']),
    isNamed: true,
  },
  // developers.weixin.qq.com/miniprogram/dev/framework/workers.html
  { hears: ['Worker().onMessage'], tells: ['worker.postMessage'], isNamed: false },
  { hears: ['worker.onMessage'], tells: ['Worker().postMessage'], isNamed: false },
]

const byPath = new Map(CHANNELS.flatMap((one) => [...one.hears, ...one.tells].map((path) => [path, one])))

export const channelOf = (path: string): Channel | null => byPath.get(path) ?? null
