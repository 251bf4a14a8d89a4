/** An editor and the program agree: what the program takes the published schema takes, and the other way round. */
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configSchemaText } from '../../scripts/schema-config.js'
import { problems } from './helpers.js'

const RUNS = 400
const schema = JSON.parse(configSchemaText())
const validate = new Ajv({ strict: false }).compile(schema)

/** What no schema can know: dates of the calendar, names of rules, which version is newer, what is filed. */
const MEANING =
  /has no (?:parameter|reason)|parameter ".*" must be|is not a date of the calendar|this waiver ended|is newer than|is not the domain that is filed|keep one of the two|nothing to check|cannot be switched off|every rule is off|expected a (?:host name|registrable domain)/
/** The program reads a text: keys that stand twice, and its size, are nothing a schema sees. */
async function shapeProblems(value: unknown): Promise<string[]> {
  const told = await problems(JSON.stringify(value))
  // Of a rule it does not know the program says nothing more.
  fc.pre(!told.some((problem) => problem.includes('unknown rule')))
  return told.filter((problem) => !MEANING.test(problem))
}

const RULES = ['certificate/expires-soon', 'certificate/chain-complete', 'http/charset', 'domain/port']
/** Mostly the first. */
const mostly =
  <T>(...good: T[]) =>
  (...bad: T[]) =>
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    )
const text = mostly('https://a.example.com', 'wss://b.example.com:8443', '中文.cn', ' x ')('')
const junk = fc.constantFrom<unknown>(
  null,
  0,
  1,
  1.5,
  -1,
  true,
  '',
  ' ',
  'x',
  'error',
  'off',
  [],
  {},
  [[]],
  ['x'],
  { x: 'x' },
)
const list = fc.array(text, { maxLength: 3 })
const http = fc.record(
  { request: list, connectSocket: list, socket: list, uploadFile: list, downloadFile: list },
  { requiredKeys: [] },
)
const lists = fc.record(
  {
    request: list,
    connectSocket: list,
    socket: list,
    uploadFile: list,
    downloadFile: list,
    udp: list,
    tcp: list,
  },
  { requiredKeys: [] },
)
const level = fc.constantFrom('off', 'error', 'warning', 'info')
const levels = fc.dictionary(fc.constantFrom('soon', 'missing', 'declared'), level, { maxKeys: 2 })
const setting = fc.oneof(
  level,
  levels,
  fc.tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom('error', 'info') }, level, levels),
    fc.dictionary(fc.constantFrom('days', 'ports'), fc.constantFrom<unknown>(30, 'forbid', [])),
  ),
)
const day = mostly('2027-01-31', '2027-02-30', '2020-01-01')('31.1.2027')
const version = mostly('15', '10.1', '7.0', '12.0.1')('1.2.3.4', 'x')
const os = fc.record({ ios: version, android: version }, { requiredKeys: [] })
const word = mostly('a', '京ICP备2024000001号-1', 'pages/dev/**')('')
const config = fc.record(
  {
    $schema: fc.constantFrom('./node_modules/hefa/schema/config.schema.json'),
    platforms: fc.array(fc.constantFrom('wechat', 'alipay', 'mpaas', 'wechat-ios', 'wechatt'), {
      maxLength: 2,
    }),
    domains: lists,
    wechat: fc.record({ domains: lists, appid: mostly('wx0123456789abcdef')('wx1') }, { requiredKeys: [] }),
    alipay: fc.record({ domains: fc.oneof({ weight: 9, arbitrary: http }, lists) }, { requiredKeys: [] }),
    mpaas: fc.record({ domains: fc.oneof({ weight: 9, arbitrary: http }, lists) }, { requiredKeys: [] }),
    limits: fc.record({
      domainsPerApi: mostly(1, 30)(-1, 0),
      domainsPerApp: mostly(1, 30)(1.5),
    }),
    supportedOs: os,
    legacyOs: os,
    paths: fc.dictionary(
      fc.constantFrom('a.example.com', 'wss://b.example.com'),
      fc.array(mostly('/', '/a')('b'), { maxLength: 2 }),
    ),
    plugins: fc.array(word, { maxLength: 1 }),
    icp: fc.dictionary(fc.constantFrom('example.com', 'a.example.com'), word),
    rules: fc.dictionary(fc.constantFrom(...RULES), setting, { maxKeys: 2 }),
    waivers: fc.array(
      fc.record({
        rule: fc.constantFrom(...RULES),
        host: fc.constantFrom('a.example.com'),
        until: day,
        reason: word,
      }),
      { maxLength: 2 },
    ),
    madeFrom: mostly('source')('console'),
    scan: fc.record(
      {
        root: word,
        mode: mostly('release', 'trial')('x'),
        define: fc.dictionary(fc.constantFrom('process.env.API_BASE', 'a'), word),
        clients: fc.dictionary(
          fc.constantFrom('$api.get'),
          fc.record(
            {
              api: mostly('request', 'socket', 'udp')('image'),
              url: mostly(0, 2)(-1),
              base: mostly('https://a.cn')(''),
            },
            { requiredKeys: ['api'] },
          ),
        ),
        exclude: fc.array(word, { maxLength: 2 }),
        accept: fc.array(fc.record({ file: word, reason: word, until: day }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
const answer = fc.record(
  {
    $schema: fc.constantFrom('x'),
    errcode: fc.constantFrom<unknown>(0, 85017, 'x'),
    errmsg: fc.constantFrom('ok'),
    requestdomain: list,
    wsrequestdomain: list,
    uploaddomain: list,
    downloaddomain: list,
    udpdomain: list,
    tcpdomain: list,
    invalid_requestdomain: mostly<unknown>([], null)(['x']),
    invalid_udpdomain: mostly<unknown>([])(1, {}, ['x']),
    no_icp_domain: list,
    bizdomain: list,
  },
  { requiredKeys: [] },
)
/** Words of both, and one that is misspelt. */
const mixed = fc.tuple(answer, config, fc.nat(9)).map(([one, other, kind]) => ({
  ...one,
  ...(kind < 5 ? { domains: other.domains ?? {} } : {}),
  ...(kind > 7 ? { requestdomains: [] } : {}),
}))

/** The value with one part of it replaced, taken out or put in. */
const mutated = (value: fc.Arbitrary<unknown>) =>
  fc.tuple(value, fc.array(fc.nat(30), { maxLength: 4 }), fc.nat(2), junk).map(([whole, way, kind, part]) => {
    const copy = structuredClone({ root: whole }) as Record<string, unknown>
    let holder: Record<string, unknown> = copy
    let key = 'root'
    for (const step of way) {
      const inner = holder[key]
      if (typeof inner !== 'object' || inner === null) break
      const keys = Object.keys(inner)
      if (keys.length === 0) break
      holder = inner as Record<string, unknown>
      key = keys[step % keys.length] ?? ''
    }
    if (kind === 0) holder[key] = part
    else if (kind === 1 && !Array.isArray(holder) && holder !== copy) delete holder[key]
    else if (
      kind === 2 &&
      typeof holder[key] === 'object' &&
      holder[key] !== null &&
      !Array.isArray(holder[key])
    )
      Object.assign(holder[key] as object, { extra: part })
    return copy.root
  })

describe.each([
  ['configs', config],
  ['configs with something wrong', mutated(config)],
  ["answers of WeChat's interface", answer],
  ['answers with something wrong', mutated(answer)],
  ['half an answer, half a config', mixed],
])('%s', (_, values) => {
  test('the schema takes what the program takes, and nothing else', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const told = await shapeProblems(value)
        if (told.length === 0) taken += 1
        expect({ taken: validate(value), told }).toEqual({ taken: told.length === 0, told })
      }),
      { numRuns: RUNS },
    )
    // Neither side is all there is.
    expect(taken).toBeGreaterThan(RUNS / 30)
    expect(taken).toBeLessThan(RUNS)
  })
})
