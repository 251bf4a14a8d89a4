/** What a run looked at is its headline, in both languages: no run without a server is called fit. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { folder, hefa } from '../cli/hefa.js'

let demo: Demo
let place: string
const one = () => demo.targets.find(({ id }) => id === 'api') ?? demo.targets[0]
const domain = () => `${one()?.host}:${one()?.port}`
const network = () => ['--resolve', `${domain()}:127.0.0.1`, '--ca', 'root.pem', '--timeout', '2']

beforeAll(async () => {
  demo = await startDemo()
  place = await folder({
    'root.pem': demo.ca,
    'hefa.json': JSON.stringify({ domains: { request: [`https://${domain()}`] } }),
  })
  for (const dir of ['unlisted', 'made']) {
    mkdirSync(join(place, dir))
    writeFileSync(join(place, dir, 'app.json'), '{"pages":["index"]}')
    writeFileSync(
      join(place, dir, 'index.js'),
      "Page({ onLoad() { wx.request({ url: 'https://api.example.com/v1' }) } })",
    )
  }
  await hefa(['init', '--yes'], { cwd: join(place, 'made') })
  await hefa(['check', 'hefa.json', ...network(), '--save-facts', 'facts.json'], { cwd: place })
})
afterAll(() => demo.close())

const OF_SERVERS = { en: 'Fit for release', zh: '可以发布' }
const NO_SERVER = { en: 'no server was checked', zh: '没有检查任何服务器' }

interface Run {
  args(): string[]
  status: number
  en: string
  zh: string
  /** Where it runs. */
  inside?: string
  servers?: true
}

const RUNS: Record<string, Run> = {
  'a check of servers': {
    args: () => ['check', 'hefa.json', ...network()],
    status: 0,
    ...OF_SERVERS,
    servers: true,
  },
  'old facts, with their date': {
    args: () => ['judge', 'facts.json'],
    status: 0,
    en: 'judged from facts of 20',
    zh: '采集的数据判定',
    servers: true,
  },
  'a scan beside no list': {
    args: () => ['scan', 'unlisted'],
    status: 3,
    en: 'compared with no list',
    zh: '没有与任何列表比对',
  },
  'a scan beside the list that was made of it': {
    args: () => ['scan', '.'],
    inside: 'made',
    status: 0,
    en: 'made from this source',
    zh: '由这份源码生成',
  },
  'a certificate file': {
    args: () => ['cert', 'root.pem', '--domain', 'api.example.com'],
    status: 1,
    en: 'The certificate file is not in order',
    zh: '证书文件有问题',
  },
  'an empty share': {
    args: () => ['check', 'hefa.json', ...network(), '--shard', '2/2'],
    status: 0,
    en: 'This share is empty',
    zh: '本分片为空',
  },
}

describe.each(Object.entries(RUNS))('%s', (_, { args, status, inside = '', servers, ...said }) => {
  test.each(['en', 'zh'] as const)('%s', async (language) => {
    const ran = await hefa([...args(), '--lang', language], { cwd: join(place, inside) })
    expect(ran.status, ran.stderr + ran.stdout).toBe(status)
    const head = ran.stdout.split('\n').slice(1, 6).join(' ').replace(/\s+/g, ' ')
    expect(head).toContain(said[language])
    if (servers) return
    expect(head).toContain(NO_SERVER[language])
    expect(ran.stdout).not.toContain(OF_SERVERS[language])
    expect(ran.stdout.replace(/\s+/g, ' ')).not.toMatch(/every requirement passed|: ready|所有要求均已满足/)
  })
})
