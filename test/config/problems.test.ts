import { describe, expect, test } from 'vitest'
import { problems, yaml } from './helpers.js'

const ok = '"domains":{"request":["https://a.cn"]}'

describe('every kind of problem, where it stands', () => {
  test.each<[string, string, unknown[]]>([
    ['empty file', '', ['1:1: the config is empty']],
    ['blank file', ' \n\n', ['1:1: the config is empty']],
    ['nothing but a comment', '# later', ['1:1: the config is empty']],
    ['no map', '[1]', ['1:1: expected a map of settings, got list']],
    [
      'unknown key',
      `{\n "platform": ["wechat"],\n ${ok}}`,
      ['2:2: unknown key "platform"; did you mean "platforms"?'],
    ],
    ['unknown key far from all', `{"zebra":1,${ok}}`, ['1:2: unknown key "zebra"']],
    ['duplicate key', `{"plugins":[],\n"plugins":[],${ok}}`, ['2:1: duplicate key "plugins"']],
    [
      'duplicate key inside',
      `{"limits":{"domainsPerApi":1,"domainsPerApi":2},${ok}}`,
      ['1:30: duplicate key "domainsPerApi"'],
    ],
    [
      'wrong type',
      '{"domains":{"request":5}}',
      ['1:23: domains.request: expected a list of strings, got number 5'],
    ],
    [
      'wrong item',
      '{"domains":{"request":["https://a.cn",{}]}}',
      ['1:39: domains.request[1]: expected a string, got map'],
    ],
    [
      'no appid',
      `{"wechat":{"appid":"wx123"},${ok}}`,
      ['1:20: wechat.appid: expected an appid, "wx" and 16 of 0-9 and a-f, got string "wx123"'],
    ],
    ['null', `{"limits":null,${ok}}`, ['1:11: limits: expected a map, got null']],
    ['empty entry', '{"domains":{"request":["https://a.cn",""]}}', ['1:39: domains.request[1]: empty']],
    [
      'a reason nobody sees',
      `{"waivers":[{"rule":"http/charset","host":"a.cn","until":"2099-01-01","reason":"\u200b"}],${ok}}`,
      ['1:80: waivers[0].reason: empty'],
    ],
    ['blank entry', '{"domains":{"request":["https://a.cn","  "]}}', ['1:39: domains.request[1]: empty']],
    [
      'unknown API',
      `{"domains":{"requests":[]},"wechat":{"domains":{"request":["https://a.cn"]}}}`,
      ['1:13: unknown API "requests"; did you mean "request"?'],
    ],
    [
      'API of another family',
      `{"alipay":{"domains":{"udp":[]}},${ok}}`,
      ['1:23: alipay has no domain list for "udp"; only WeChat has'],
    ],
    [
      'both names',
      '{"domains":{"connectSocket":["wss://a.cn"],"socket":["wss://b.cn"]}}',
      ['1:44: "socket" is another name of "connectSocket": keep one of the two'],
    ],
    [
      'unknown platform',
      `{"platforms":["wechat","alipai"],${ok}}`,
      ['1:24: unknown platform "alipai"; did you mean "alipay"?'],
    ],
    ['no platform', `{"platforms":[],${ok}}`, ['1:14: platforms: empty']],
    [
      'unknown rule',
      `{"rules":{"http/charsets":"off"},${ok}}`,
      ['1:11: unknown rule "http/charsets"; did you mean "http/charset"?'],
    ],
    [
      'unknown level',
      `{"rules":{"http/charset":"of"},${ok}}`,
      ['1:26: unknown level "of"; did you mean "off"?'],
    ],
    [
      'misshapen rule',
      `{"rules":{"http/charset":["error"]},${ok}}`,
      [
        '1:26: rules["http/charset"]: expected "off", a level ("error", "warning", "info"), { reason: level } or [level, { parameters }], got list',
      ],
    ],
    [
      'off with parameters',
      `{"rules":{"http/charset":["off",{}]},${ok}}`,
      [
        '1:26: rules["http/charset"]: expected "off", a level ("error", "warning", "info"), { reason: level } or [level, { parameters }], got list',
      ],
    ],
    [
      'unknown reason',
      `{"rules":{"http/charset":{"declard":"off"}},${ok}}`,
      ['1:27: http/charset has no reason "declard"; did you mean "declared"?'],
    ],
    [
      'unknown level of a reason',
      `{"rules":{"http/charset":[{"declared":"eror"},{}]},${ok}}`,
      ['1:39: unknown level "eror"; did you mean "error"?'],
    ],
    [
      'parameters in the place of levels',
      `{"rules":{"certificate/expires-soon":{"days":30}},${ok}}`,
      [
        '1:39: certificate/expires-soon has no reason "days"',
        '1:46: rules["certificate/expires-soon"].days: expected "off", a level ("error", "warning", "info"), { reason: level } or [level, { parameters }], got number 30',
      ],
    ],
    ...[
      '5',
      'null',
      'true',
      '[]',
      '[{}]',
      '["error"]',
      '[{},{}]',
      '["error",[]]',
      '["error",["days"]]',
      '["error",{},1]',
      '[[],{}]',
      '["off",{}]',
      '{"soon":null}',
      '{"soon":["error"]}',
      '[["error"],{}]',
    ].map((setting): [string, string, unknown[]] => [
      `a setting that is none: ${setting}`,
      `{"rules":{"certificate/expires-soon":${setting}},${ok}}`,
      [expect.stringContaining('expected "off", a level')],
    ]),
    [
      'no level of any reason',
      `{"rules":{"http/charset":{}},${ok}}`,
      [
        '1:26: rules["http/charset"]: expected "off", a level ("error", "warning", "info"), { reason: level } or [level, { parameters }], got map',
      ],
    ],
    [
      'unknown parameter',
      `{"rules":{"certificate/expires-soon":["error",{"day":3}]},${ok}}`,
      ['1:48: certificate/expires-soon has no parameter "day"; did you mean "days"?'],
    ],
    [
      'parameter of a wrong type',
      `{"rules":{"certificate/expires-soon":["error",{"days":"3"}]},${ok}}`,
      ['1:55: certificate/expires-soon: parameter "days" must be a number of 0 or more, got string "3"'],
    ],
    [
      'negative parameter',
      `{"rules":{"certificate/expires-soon":["error",{"days":-1}]},${ok}}`,
      ['1:55: certificate/expires-soon: parameter "days" must be a number of 0 or more, got number -1'],
    ],
    [
      'unknown word of a parameter',
      `{"rules":{"domain/port":["error",{"ports":"forbidden"}]},${ok}}`,
      [
        '1:43: domain/port: parameter "ports" must be "allow" or "forbid" or "undocumented", got string "forbidden"',
      ],
    ],
    [
      'boolean, list and map parameters',
      `{"rules":{"tls/flags":["error",{"strict":1,"hosts":{},"map":[],"any":7}]},${ok}}`,
      [
        '1:42: tls/flags: parameter "strict" must be true or false, got number 1',
        '1:52: tls/flags: parameter "hosts" must be a list, got map',
        '1:61: tls/flags: parameter "map" must be a map, got list',
      ],
    ],
    [
      'limit of zero',
      `{"limits":{"domainsPerApi":0},${ok}}`,
      ['1:28: limits.domainsPerApi: expected a whole number of 1 or more, got number 0'],
    ],
    [
      'limit of a half',
      `{"limits":{"domainsPerApp":1.5},${ok}}`,
      ['1:28: limits.domainsPerApp: expected a whole number of 1 or more, got number 1.5'],
    ],
    [
      'OS version',
      `{"supportedOs":{"ios":"fifteen"},${ok}}`,
      ['1:23: supportedOs.ios: expected a version in quotes such as "15" or "10.1", got string "fifteen"'],
    ],
    [
      'OS version as number',
      `{"supportedOs":{"ios":15},${ok}}`,
      ['1:23: supportedOs.ios: expected a version in quotes such as "15" or "10.1", got number 15'],
    ],
    [
      'legacy newer than supported',
      `{"legacyOs":{"ios":"15.1"},${ok}}`,
      ['1:20: legacyOs.ios (15.1) is newer than supportedOs.ios (15)'],
    ],
    [
      'supported older than legacy',
      `{"supportedOs":{"android":"6"},${ok}}`,
      ['1:27: legacyOs.android (7.0) is newer than supportedOs.android (6)'],
    ],
    [
      'a path that ends a line of HTTP',
      `{"paths":{"a.cn":["/x\\r\\nHost: b.cn"]},${ok}}`,
      [
        '1:19: paths["a.cn"][0]: expected a path that begins with "/" and has no control characters, got string "/x\\r\\nHost: b.cn"',
      ],
    ],
    [
      'path',
      `{"paths":{"a.cn":["x"]},${ok}}`,
      [
        '1:19: paths["a.cn"][0]: expected a path that begins with "/" and has no control characters, got string "x"',
      ],
    ],
    [
      'path of a URL',
      `{"paths":{"https://a.cn":["/x"]},${ok}}`,
      ['1:11: paths: expected a host name, or "wss://" and a host name, got "https://a.cn"'],
    ],
    [
      'ICP of a sub domain',
      `{"icp":{"api.a.com.cn":"京ICP备2024000001号-1"},${ok}}`,
      ['1:9: "api.a.com.cn" is not the domain that is filed: ICP numbers belong to "a.com.cn"'],
    ],
    [
      'ICP of a suffix',
      `{"icp":{"com.cn":"京ICP备2024000001号-1"},${ok}}`,
      ['1:9: icp: expected a registrable domain such as "example.com", got "com.cn"'],
    ],
    [
      'nothing to check',
      '{"platforms":["alipay"],\n"wechat":{"domains":{"request":["https://a.cn"]}}}',
      ['1:1: nothing to check: there is no domain for the chosen platforms'],
    ],
    [
      'nothing to check in the lists',
      '{\n"domains":{"request":[]}}',
      ['2:1: nothing to check: there is no domain for the chosen platforms'],
    ],
    [
      'more domains than one run can keep',
      JSON.stringify({ domains: { request: Array.from({ length: 10_001 }, (_, at) => `https://${at}.cn`) } }),
      [
        '1:1: 10001 domains, and one config may hold 10000: pass longer lists to "hefa audit -", one name per line',
      ],
    ],
    [
      'an error answer of WeChat',
      '{"errcode":40001,"errmsg":"invalid credential"}',
      ["1:12: this is an error response of WeChat's domain interface: 40001 invalid credential"],
    ],
    [
      'an error answer of WeChat that holds lists',
      '{"errcode":40001,"requestdomain":["https://a.cn"]}',
      ["1:12: this is an error response of WeChat's domain interface: 40001"],
    ],
    [
      'an error code that is none',
      '{"errcode":{"__proto__":1}}',
      ['1:12: this is an error response of WeChat\'s domain interface: {"__proto__":1}'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await problems(text)).toEqual(expected)
  })

  test('a version not newer than the supported one is fine', async () => {
    expect(await problems(`{"legacyOs":{"ios":"15.0","android":"10"},${ok}}`)).toEqual([])
  })

  test('package.json without the key', async () => {
    expect(await problems('{"name":"x"}', { file: 'package.json' })).toEqual([
      '1:1: package.json has no "hefa" key',
    ])
  })
})

describe('waivers', () => {
  const waiver = (fields: object) =>
    `{${ok},"waivers":[\n${JSON.stringify({ rule: 'http/charset', host: 'a.cn', until: '2026-12-31', reason: 'r', ...fields })}]}`
  test.each([
    ['the day itself', { until: '2026-11-20' }, []],
    [
      'the day before',
      { until: '2026-11-19' },
      ['2:46: this waiver ended on 2026-11-19: remove it, or fix what it excuses'],
    ],
    [
      'no such day',
      { until: '2026-02-30' },
      ['2:46: "2026-02-30" is not a date of the calendar; write YYYY-MM-DD'],
    ],
    [
      'not a date',
      { until: 'soon' },
      ['2:46: waivers[0].until: expected a date such as "2026-12-31", got string "soon"'],
    ],
    ['no rule', { rule: 'http/nothing' }, ['2:9: unknown rule "http/nothing"']],
    [
      'a URL',
      { host: 'https://a.cn/' },
      ['2:31: waivers[0].host: expected a host name, got "https://a.cn/"'],
    ],
    ['no reason', { reason: undefined }, ['2:1: missing key "reason"']],
    ['another key', { why: 'x' }, ['2:72: unknown key "why"']],
  ])('%s', async (_, fields, expected) => {
    expect(await problems(waiver(fields))).toEqual(expected)
  })

  test('the last millisecond of the day still counts', async () => {
    const text = waiver({ until: '2026-11-20' })
    expect(await problems(text, { today: Date.parse('2026-11-20T23:59:59.999Z') })).toEqual([])
    expect(await problems(text, { today: Date.parse('2026-11-21T00:00:00Z') })).toHaveLength(1)
  })
})

test('everything wrong is reported at once, in the order of the text', async () => {
  const text = `{
  "platfroms": ["wechat"],
  "domains": { "request": ["", 5], "requets": [] },
  "rules": { "http/nope": "off", "certificate/expires-soon": ["warning", { "days": true }] },
  "waivers": [{ "rule": "http/charset", "host": "a.cn", "until": "2020-01-01", "reason": "old" }]
}`
  expect(await problems(text)).toEqual([
    '2:3: unknown key "platfroms"; did you mean "platforms"?',
    '3:28: domains.request[0]: empty',
    '3:32: domains.request[1]: expected a string, got number 5',
    '3:36: unknown API "requets"; did you mean "request"?',
    '4:14: unknown rule "http/nope"',
    '4:84: certificate/expires-soon: parameter "days" must be a number of 0 or more, got boolean true',
    '5:66: this waiver ended on 2020-01-01: remove it, or fix what it excuses',
  ])
})

describe('JSON syntax', () => {
  test.each([
    ['cut off', '{"domains":', '1:12: the text ends where a value is expected'],
    ['missing comma', '{"a":1\n "b":2}', '2:2: expected "," or "}", got "\\""'],
    ['missing colon', '{"a" 1}', '1:6: expected ":", got "1"'],
    ['single quotes', "{'a':1}", '1:2: expected a key in double quotes, got "\'"'],
    ['bare key', '{domains:1}', '1:2: expected a key in double quotes, got "domains"'],
    ['two commas', '{"a":1,,}', '1:8: expected a key in double quotes, got ","'],
    ['only a comma', '[,]', '1:2: expected a value, got ","'],
    ['open string', '{"a":"x\n"}', '1:6: this string is not closed on its line'],
    ['bad escape', '{"a":"\\x"}', '1:7: unknown escape sequence'],
    ['bad word', '{"a":True}', '1:6: expected a value, got "True"'],
    ['bad number', '{"a":01}', '1:6: expected a value, got "01"'],
    ['open comment', '{/* x', '1:2: this comment is not closed'],
    ['more text', '{} {}', '1:4: expected the end of the text, got "{"'],
    ['too deep', '['.repeat(70), '1:66: nested too deeply'],
  ])('%s', async (_, text, expected) => {
    expect(await problems(text)).toEqual([expected])
  })

  test('a long string is one value', async () => {
    const long = `https://${'a'.repeat(900_000)}.cn`
    expect(await problems(JSON.stringify({ domains: { request: [long] } }))).toEqual([])
  })
})

describe('YAML', () => {
  test.each([
    [
      'duplicate key',
      'domains:\n  request: [https://a.cn]\nplugins: []\nplugins: []\n',
      ['4:1: duplicate key "plugins"'],
    ],
    [
      'number for a version',
      'domains: {request: [https://a.cn]}\nlegacyOs:\n  android: 7.0\n',
      ['3:12: legacyOs.android: expected a version in quotes such as "15" or "10.1", got number 7'],
    ],
    [
      'nothing for a list',
      'domains:\n  request:\n',
      ['2:11: domains.request: expected a list of strings, got null'],
    ],
    ['tab', 'domains:\n\trequest: []\n', ['2:1: Tabs are not allowed as indentation']],
    [
      'two documents',
      'domains: {request: [https://a.cn]}\n---\nx: 1\n',
      ['2:1: more than one YAML document: a config is one'],
    ],
    ['unknown tag', 'domains: !!js/function x\n', ['1:10: Unresolved tag: tag:yaml.org,2002:js/function']],
    ['unknown anchor', 'domains:\n  request: *nope\n', ['2:12: there is no anchor "nope"']],
    [
      'key that is a list',
      '? [a]\n: 1\ndomains: {request: [https://a.cn]}\n',
      ['1:3: a key must be plain text'],
    ],
    ['only comments', '# nothing\n', ['1:1: the config is empty']],
    ['circle', 'domains: &d\n  request: [*d]\n', ['2:12: nested too deeply']],
  ])('%s', async (_, text, expected) => {
    expect(await problems(text, yaml)).toEqual(expected)
  })

  test('aliases that multiply are stopped', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 10; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(await problems(lines.join('\n'), yaml)).toContainEqual(expect.stringMatching(/too many values/))
  })

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(100_000)],
    ['dashes', `${'- '.repeat(100_000)}a`],
    ['question marks', '? '.repeat(100_000)],
    ['steps', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('depth is bounded: %s', async (_, text) => {
    expect(await problems(text, yaml)).toEqual([expect.stringMatching(/^\d+:\d+: nested too deeply$/)])
  })
})

test('size is bounded', async () => {
  expect(await problems(`{${ok}}${' '.repeat(1_000_000)}`)).toEqual([
    '1:1: the config is larger than 1000000 bytes',
  ])
})

test('in Chinese', async () => {
  const text = '{"domains":{"requets":[5]},"rules":{"http/charset":"of"},"waivers":[{}]}'
  expect(await problems(text, { lang: 'zh' })).toEqual([
    '1:13: 未知的接口 "requets"，是否想写 "request"？',
    '1:52: 未知的级别 "of"，是否想写 "off"？',
    '1:69: 缺少键 "rule"',
    '1:69: 缺少键 "host"',
    '1:69: 缺少键 "until"',
    '1:69: 缺少键 "reason"',
  ])
})

test('a document that is one long comment to a YAML reader says so', async () => {
  expect(await problems('# one\rdomains: { request: [https://a.cn] }', yaml)).toEqual([
    '1:1: the config is empty',
  ])
})

test('a line of signs at the top costs nothing', async () => {
  // Thirty of them took longer than anybody waits, when each could begin a comment of its own.
  const banner = '#'.repeat(200_000)
  expect(await problems(`${banner}\ndomains: { request: [https://a.cn] }`, yaml)).toEqual([])
  expect(await problems(`${banner}\n${banner}`, yaml)).toEqual(['1:1: the config is empty'])
})
