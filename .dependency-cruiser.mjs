/**
 * Who may import whom, types included: `npx depcruise src rules`. Data flows one way, every room has one door, and what
 * opens a socket, reads the clock's or the system's state or belongs to a library has one place.
 */

/** What a room is built on. `src/cli` is built on all of them, and nothing on it. */
const BUILT_ON = {
  basics: ['i18n'],
  grouping: [],
  version: [],
  files: [],
  ip: [],
  'worker-file': [],
  x509: ['ip'],
  platforms: ['basics', 'engine', 'rules', 'types'],
  descriptions: ['basics', 'platforms'],
  types: ['basics', 'descriptions', 'platforms', 'facts'],
  facts: ['basics', 'platforms', 'types', 'ip'],
  engine: ['types', 'platforms', 'facts'],
  clients: ['types', 'platforms', 'facts'],
  trust: ['types', 'platforms', 'facts', 'x509'],
  config: ['types', 'platforms', 'facts', 'files', 'i18n'],
  probes: ['types', 'platforms', 'facts', 'x509', 'clients', 'config'],
  scan: ['types', 'platforms', 'facts', 'files', 'config', 'worker-file'],
  rules: ['types', 'platforms', 'facts', 'x509', 'trust', 'engine', 'clients'],
  i18n: ['types', 'platforms', 'facts', 'engine', 'rules'],
  texts: ['types', 'platforms', 'facts', 'i18n', 'rules'],
  report: ['types', 'platforms', 'i18n', 'texts'],
  watch: ['types', 'platforms', 'i18n'],
  fleet: ['types', 'platforms', 'facts', 'version', 'ip', 'config', 'audit', 'index'],
  demo: ['platforms', 'ip', 'i18n'],
  audit: [
    ...['types', 'platforms', 'version', 'worker-file', 'ip', 'config', 'facts', 'clients', 'probes', 'x509'],
    ...['trust', 'engine', 'i18n', 'rules', 'texts'],
  ],
  index: ['types', 'platforms', 'audit', 'config', 'engine', 'facts', 'scan', 'rules'],
}

/** What rules say, and what is made of it, stands beside them, and is a room of its own. */
const TEXTS = '^rules/(?:texts/|in-reports\\.ts$|.*/(?:en|zh|in-reports)\\.ts$)'
const room = (name) =>
  name === 'texts'
    ? TEXTS
    : name === 'rules'
      ? '^rules/(?!texts/|in-reports\\.ts$|.*/(?:en|zh|in-reports)\\.ts$)'
      : `^src/${name}(?:/|\\.ts$)`
const HELP_TESTS = '(?:\\.test|/examples)\\.ts$'

/** Besides its index, what of a room others may take: types, and small files whose whole rooms would cost start-up time. */
const SIDE_DOORS = [
  '/index\\.ts$',
  '^src/[a-z0-9-]+\\.ts$',
  '^src/i18n/',
  '^src/config/(?:types|written|defaults|split|suggest|words)\\.ts$',
  '^src/engine/(?:rule|leaf-or-issuer|accept/findings|accept/problem)\\.ts$',
  '^src/facts/(?:dns|project)\\.ts$',
  '^src/report/(?:text|width)\\.ts$',
  '^rules/ids\\.ts$',
  '^rules/texts/both\\.ts$',
  '^rules/in-reports\\.ts$',
]

/** Rooms whose answers depend on what they are given alone. */
const PURE = ['rules', 'texts', 'x509', 'clients', 'report', 'engine', 'trust', 'i18n', 'facts', 'platforms']
const SYSTEM = '^(?:node:)?(?:fs|os|process|child_process|worker_threads|cluster|vm|inspector)(?:/|$)'
const NETWORK = '^(?:node:)?(?:net|tls|dns|dgram|http|https|http2)(?:/|$)'

/** Inside a scan: source → intermediate form → values → calls. */
const SCAN = ['frameworks', 'ir', 'evaluate', 'trace']

/** Libraries, and the rooms that know them. */
const OWNERS = {
  psl: ['config'],
  valibot: ['config', 'report', 'audit', 'watch', 'cli', 'fleet'],
  yaml: ['config'],
  '@babel/parser': ['scan'],
  '@babel/types': ['scan'],
  re2js: ['scan/evaluate'],
  htmlparser2: ['scan'],
  commander: ['cli'],
  ora: ['cli'],
  chalk: ['cli', 'report'],
  'node-forge': ['x509'],
  '@noble/post-quantum': ['probes'],
  bullmq: ['fleet'],
  ioredis: ['fleet'],
}
const library = (name) => `node_modules/${name}/`
const inRoom = (name) => `^src/${name}(?:/|\\.ts$)`

const rule = (name, from, to) => ({ name, severity: 'error', from, to })

export default {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    ...Object.entries(BUILT_ON).map(([name, below]) =>
      rule(
        `what-${name}-is-built-on`,
        { path: room(name), pathNot: HELP_TESTS },
        { path: '^(?:src|rules)/', pathNot: [name, 'grouping', ...below].map(room) },
      ),
    ),
    rule(
      'every-room-is-listed',
      { path: '^(?:src|rules)/', pathNot: ['cli', ...Object.keys(BUILT_ON)].map(room) },
      {},
    ),
    ...Object.keys({ ...BUILT_ON, cli: [] }).map((name) =>
      rule(
        `the-door-of-${name}`,
        { path: '^(?:src|rules)/', pathNot: [room(name), HELP_TESTS, TEXTS] },
        { path: room(name), pathNot: SIDE_DOORS },
      ),
    ),
    ...SCAN.map((name, at) =>
      rule(
        `a-scan-goes-on-from-${name}`,
        { path: `^src/scan/${name}/` },
        { path: SCAN.slice(at + 1).map((later) => `^src/scan/${later}/`) },
      ),
    ).slice(0, -1),
    rule(
      'pure-rooms-read-no-system',
      { path: PURE.map(room), pathNot: HELP_TESTS },
      { path: [SYSTEM, NETWORK] },
    ),
    rule(
      'sockets-have-one-place',
      // The demo's servers and those of `hefa serve` listen; the worker's plain HTTP goes over sockets of probes/net.
      {
        path: '^src/',
        pathNot: [
          '^src/ip\\.ts$',
          '^src/probes/(?:net|plain-http|resolver)\\.ts$',
          '^src/demo/servers\\.ts$',
          '^src/cli/(?:commands/)?serve',
        ],
      },
      { path: NETWORK },
    ),
    ...Object.entries(OWNERS).map(([name, rooms]) =>
      rule(
        `who-knows-${name.replace('/', '-')}`,
        { path: '^(?:src|rules)/', pathNot: [...rooms.map(inRoom), HELP_TESTS] },
        { path: library(name) },
      ),
    ),
    rule(
      'every-library-has-an-owner',
      { path: '^(?:src|rules)/', pathNot: HELP_TESTS },
      { path: 'node_modules/', pathNot: Object.keys(OWNERS).map(library) },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
}
