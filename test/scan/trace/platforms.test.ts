import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf } from './sources.js'

async function families(source: string): Promise<string[]> {
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  return calls.map(
    ({ callee, families, urls }) => `${callee} ${families.join('+') || 'all'} ${urls[0]?.text ?? ''}`,
  )
}

const request = (host: string) => `uni.request({ url: 'https://${host}/' })`

const rows: [name: string, source: string, expected: string[]][] = [
  ['wx', `wx.request({ url: 'https://a.com/' })`, ['wx.request wechat https://a.com/']],
  ['my', `my.request({ url: 'https://a.com/' })`, ['my.request alipay+mpaas https://a.com/']],
  ['uni', request('a.com'), ['uni.request all https://a.com/']],
  [
    'only WeChat',
    `// #ifdef MP-WEIXIN\n${request('a.com')}\n// #endif`,
    ['uni.request wechat https://a.com/'],
  ],
  [
    'only Alipay',
    `/* #ifdef MP-ALIPAY */\n${request('a.com')}\n/* #endif */`,
    ['uni.request alipay+mpaas https://a.com/'],
  ],
  [
    'other platforms',
    `// #ifdef H5 || APP-PLUS\n${request('a.com')}\n// #endif\n${request('b.com')}`,
    ['uni.request all https://b.com/'],
  ],
  ['not H5', `// #ifndef H5\n${request('a.com')}\n// #endif`, ['uni.request all https://a.com/']],
  [
    'not WeChat',
    `// #ifndef MP-WEIXIN\n${request('a.com')}\n// #endif`,
    ['uni.request alipay+mpaas https://a.com/'],
  ],
  [
    'H5, else',
    `// #ifdef H5\n${request('a.com')}\n// #else\n${request('b.com')}\n// #endif`,
    ['uni.request all https://b.com/'],
  ],
  [
    'WeChat, else',
    `// #ifdef MP-WEIXIN\n${request('a.com')}\n// #else\n${request('b.com')}\n// #endif`,
    ['uni.request wechat https://a.com/', 'uni.request alipay+mpaas https://b.com/'],
  ],
  ['no mini program', `// #ifndef MP\n${request('a.com')}\n// #endif`, []],
  [
    'a version of Vue',
    `// #ifdef VUE3\n${request('a.com')}\n// #endif\n// #ifndef VUE3\n${request('b.com')}\n// #endif`,
    ['uni.request all https://a.com/', 'uni.request all https://b.com/'],
  ],
  [
    'nested',
    `// #ifdef MP\n// #ifdef MP-WEIXIN\n${request('a.com')}\n// #endif\n// #ifdef H5\n${request('b.com')}\n// #endif\n// #endif`,
    ['uni.request wechat https://a.com/'],
  ],
  [
    'the same name twice',
    `// #ifdef MP-WEIXIN\nconst B = 'https://a.com'\n// #endif\n// #ifdef H5\nconst B = 'https://b.com'\n// #endif\nuni.request({ url: B + '/' })`,
    ['uni.request all https://a.com/'],
  ],
  [
    'TARO_ENV',
    `import Taro from '@tarojs/taro'\nif (process.env.TARO_ENV === 'weapp') Taro.request({ url: 'https://a.com/' })\nelse if (process.env.TARO_ENV === 'alipay') Taro.request({ url: 'https://b.com/' })\nelse if (process.env.TARO_ENV === 'h5') Taro.request({ url: 'https://c.com/' })`,
    ['Taro.request wechat https://a.com/', 'Taro.request alipay+mpaas https://b.com/'],
  ],
  [
    'mqtt',
    `import mqtt from 'mqtt'\nmqtt.connect('wxs://a.com/m')\nmqtt.connect('alis://a.com/m')\nmqtt.connect('wss://a.com/m')`,
    [
      'mqtt.connect wechat wss://a.com/m',
      'mqtt.connect alipay+mpaas wss://a.com/m',
      'mqtt.connect all wss://a.com/m',
    ],
  ],
]

test.each(rows)('knows the platforms of %s', async (_, source, expected) => {
  expect(await families(source)).toEqual(expected)
})

test('tells both sides of a name that two platforms declare', async () => {
  const { calls } = await analyse(
    projectOf({
      'a.js': `// #ifdef MP-WEIXIN\nconst B = 'https://a.com'\n// #endif\n// #ifdef MP-ALIPAY\nconst B = 'https://b.com'\n// #endif\nuni.request({ url: B + '/' })`,
    }),
  )
  expect(calls.flatMap(({ urls }) => urls.map(({ text }) => text)).sort()).toEqual([
    'https://a.com/',
    'https://b.com/',
  ])
})
