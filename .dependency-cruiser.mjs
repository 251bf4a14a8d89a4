/** Who may import whom, types included: `npx depcruise src rules`. Data flows one way and every room has one door. */

/** What a room is built on. `src/cli` may import every room, and nothing imports it. */
const BUILT_ON = {
  basics: [],
  version: [],
  files: [],
  ip: [],
  'worker-file': [],
  x509: ['ip'],
  platforms: ['basics', 'engine', 'rules', 'types'],
  types: ['basics', 'platforms', 'facts'],
  facts: ['basics', 'platforms', 'types', 'ip'],
  engine: ['types', 'platforms', 'facts'],
  clients: ['types', 'platforms', 'facts'],
  trust: ['types', 'platforms', 'facts', 'x509'],
  config: ['types', 'platforms', 'facts', 'files'],
  probes: ['types', 'platforms', 'facts', 'x509', 'clients', 'config'],
  scan: ['types', 'platforms', 'facts', 'files', 'config'],
  rules: ['types', 'platforms', 'facts', 'x509', 'trust', 'engine', 'clients'],
  i18n: ['types', 'platforms', 'facts', 'engine', 'rules'],
  report: ['types', 'platforms', 'i18n'],
  watch: ['types', 'platforms', 'i18n'],
  demo: ['platforms'],
  audit: [
    'types',
    'platforms',
    'version',
    'worker-file',
    'config',
    'facts',
    'clients',
    'probes',
    'x509',
    'trust',
    'engine',
    'i18n',
    'rules',
  ],
  index: ['types', 'platforms', 'audit', 'config', 'engine', 'facts', 'scan', 'rules'],
}

const path = (room) => (room === 'rules' ? '^rules/' : `^src/${room}(/|\\.ts$)`)

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(BUILT_ON).map(([room, below]) => ({
      name: `what ${room} is built on`,
      severity: 'error',
      from: { path: path(room) },
      to: { path: '^(src|rules)/', pathNot: [room, ...below].map(path) },
    })),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}
