/** Reports of scans made by hand. */
import type { Report, ScanSummary } from '../../src/types.js'
import { report, result, WECHAT } from './sample.js'

const unlisted = (file: string, line: number) =>
  result({
    rule: 'project/unlisted-domain',
    reason: 'unlisted',
    message: 'https://new.example.com is called by request and stands in no list.',
    fix: 'Add https://new.example.com to the request domains in the console.',
    reference: { title: '网络 / 使用说明', quote: '只可以跟指定的域名进行网络通信' },
    entry: {
      ...{ family: 'wechat', api: 'request', text: 'https://new.example.com' },
      ...{ file, line, column: 9 },
    },
  })

export const SCAN: ScanSummary = {
  folder: 'miniprogram',
  kinds: ['wechat'],
  filesRead: 32,
  passedOver: [{ file: 'miniprogram/broken.js', reason: 'syntax', line: 3, column: 7 }],
  leftOut: [{ reason: 'app-only', files: 2, file: 'miniprogram/hybrid/a.js' }],
  otherBuilds: { origins: 2, first: ['http://dev.example.com', 'http://192.0.2.7'] },
  calls: { found: 14, resolved: 12, undetermined: 2 },
  undetermined: [
    {
      file: 'miniprogram/a.js',
      line: 12,
      column: 3,
      callee: 'wx.request',
      api: 'request',
      reason: 'parameter',
    },
    {
      ...{ file: 'miniprogram/b.js', line: 5, column: 1, callee: 'Taro.connectSocket' },
      ...{ api: 'connectSocket', reason: 'server-data' },
    },
  ],
  hosts: [
    { origin: 'https://api.example.com', api: 'request', calls: 9 },
    { origin: 'https://new.example.com', api: 'request', calls: 3 },
    { origin: 'wss://ws.example.com', api: 'connectSocket', calls: 1 },
  ],
  compared: true,
  omitted: { passedOver: 0, undetermined: 0, hosts: 0 },
}

/** One host in three places, one setting, two calls nobody could tell. */
export function scanReport(part: Partial<Report> = {}): Report {
  const places = [
    ['miniprogram/a.js', 3],
    ['miniprogram/a.js', 9],
    ['miniprogram/c.js', 1],
  ] as const
  const undetermined = SCAN.undetermined.map(({ file, line, column, api, callee }) =>
    result({
      ...{ rule: 'project/unlisted-domain', status: 'unknown', reason: 'undetermined' },
      message: `The URL of ${callee} could not be determined.`,
      entry: { family: 'wechat', api, text: callee, file, line, column },
    }),
  )
  return report({
    ...{ verdict: 'fail', exitCode: 1 },
    verdicts: Object.fromEntries(WECHAT.map((id) => [id, 'fail'])),
    config: [...places.map(([file, line]) => unlisted(file, line)), ...undetermined],
    scan: SCAN,
    ...part,
  })
}
