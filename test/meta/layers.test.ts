/** Who may import whom: data flows one way, and every room has one door. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Rooms a room may import values from. Types may come from anywhere. */
const MAY: Record<string, string[]> = {
  'src/platforms': ['src/engine'],
  'src/types': ['src/platforms'],
  'src/version': [],
  'src/files': [],
  'src/worker-file': [],
  'src/facts': ['src/types', 'src/platforms'],
  'src/x509': [],
  'src/clients': ['src/types', 'src/platforms', 'src/facts'],
  'src/config': ['src/types', 'src/platforms', 'src/facts', 'src/files'],
  'src/probes': ['src/types', 'src/platforms', 'src/facts', 'src/x509', 'src/clients'],
  'src/scan': ['src/types', 'src/platforms', 'src/facts', 'src/files', 'src/config'],
  'src/trust': ['src/types', 'src/platforms', 'src/facts', 'src/x509'],
  'src/engine': ['src/types', 'src/platforms', 'src/facts'],
  rules: ['src/types', 'src/platforms', 'src/facts', 'src/x509', 'src/trust', 'src/engine', 'src/clients'],
  'src/i18n': ['src/types', 'src/platforms'],
  // What rules say stands beside them, and is loaded by language.
  texts: ['src/types', 'src/platforms', 'src/i18n'],
  'src/report': ['src/types', 'src/platforms', 'src/i18n', 'texts'],
  'src/watch': ['src/types', 'src/platforms', 'src/i18n'],
  'src/demo': ['src/types', 'src/platforms'],
  'src/audit': [
    'src/types',
    'src/platforms',
    'src/version',
    'src/worker-file',
    'src/config',
    'src/facts',
    'src/clients',
    'src/probes',
    'src/x509',
    'src/trust',
    'src/engine',
    'src/i18n',
    'rules',
    'texts',
  ],
  'src/fleet': ['src/types', 'src/platforms', 'src/version', 'src/facts', 'src/config', 'src/audit'],
  'src/index': [
    'src/types',
    'src/platforms',
    'src/audit',
    'src/config',
    'src/engine',
    'src/facts',
    'src/scan',
    'rules',
  ],
}

/** Rules, x509 and reports never read the clock, the network, the environment or a file. */
const PURE = [
  'rules',
  'texts',
  'src/x509',
  'src/clients',
  'src/report',
  'src/engine',
  'src/trust',
  'src/i18n',
]
const FORBIDDEN_MODULES =
  /^node:(fs|net|tls|dns|http|https|http2|dgram|child_process|os|process|worker_threads)/
const FORBIDDEN_WORDS = /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bperformance\.now\(|\bMath\.random\(/

interface Import {
  specifier: string
  typeOnly: boolean
  statement: string
}

/** node:net also holds functions that only look at text. */
const TEXT_ONLY = /^import \{ ?(isIP|isIPv4|isIPv6|BlockList|, )+ ?\} from 'node:net'/

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:\.d|\.test|\/examples)\.ts$/.test(file))
    .map((file) => join(folder, file)),
)

function importsOf(text: string): Import[] {
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm),
    ...text.matchAll(/^import\s+()'([^']+)'/gm),
  ].map(([whole, typeOnly, specifier = '']) => ({
    specifier,
    typeOnly: Boolean(typeOnly) || onlyTypes(whole),
    statement: whole,
  }))
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
    statement: '',
  }))
  return [...found, ...dynamic]
}

function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(statement)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false
}

function roomOf(file: string): string {
  if (/^rules\/(?:texts\/|.*\/(?:en|zh)\.[tj]s$)/.test(file)) return 'texts'
  const parts = file.replace(/\.(ts|js)$/, '').split('/')
  return parts[0] === 'rules' ? 'rules' : parts.slice(0, 2).join('/')
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('rooms import only the rooms below them', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file)
    const allowed = MAY[room]
    if (room === 'src/cli') return []
    if (!allowed) return [`${file}: the room ${room} is not in the list`]
    return importsOf(read(file))
      .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
      .map(({ specifier }) => normalize(join(dirname(file), specifier)))
      .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
      .map((target) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

/** Inside a scan: source → intermediate form → values → calls. Types count too. */
const SCAN_ROOMS = ['frameworks', 'ir', 'evaluate', 'trace']

test('the rooms of a scan know only those before them', () => {
  const wrong = files.flatMap((file) => {
    const at = SCAN_ROOMS.indexOf(file.split('/')[2] ?? '')
    if (at < 0 || !file.startsWith('src/scan/')) return []
    return importsOf(read(file))
      .map(({ specifier }) => normalize(join(dirname(file), specifier)).split('/'))
      .filter(([src, scan, room]) => src === 'src' && scan === 'scan' && SCAN_ROOMS.indexOf(room ?? '') > at)
      .map((target) => `${file} imports ${target.join('/')}`)
  })
  expect(wrong).toEqual([])
})

/** Small files the terminal needs before anything else: their whole rooms would cost start-up time. */
const SIDE_DOORS = new Set([
  'src/engine/leaf-or-issuer.js',
  'src/engine/rule.js',
  'src/report/text.js',
  'src/report/width.js',
  'src/config/split.js',
  'src/config/defaults.js',
  'src/config/suggest.js',
  'src/config/words.js',
  // A page that is read in every language.
  'rules/texts/en.js',
  'rules/texts/zh.js',
])

test('a room is entered by its door', () => {
  const wrong = files.flatMap((file) =>
    importsOf(read(file))
      .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
      .map(({ specifier }) => normalize(join(dirname(file), specifier)))
      .filter((target) => roomOf(target) !== roomOf(file))
      .filter((target) => !/^src\/[a-z0-9-]+\.js$/.test(target) && !target.endsWith('/index.js'))
      .filter((target) => !SIDE_DOORS.has(target) && !target.startsWith('src/i18n/'))
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test('pure rooms stay pure', () => {
  const wrong = files
    .filter((file) => PURE.includes(roomOf(file)))
    .flatMap((file) => {
      const text = read(file)
      const modules = importsOf(text)
        .filter(({ specifier, statement }) => FORBIDDEN_MODULES.test(specifier) && !TEXT_ONLY.test(statement))
        .map(({ specifier }) => `${file} imports ${specifier}`)
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return FORBIDDEN_WORDS.test(code) ? [...modules, `${file} reads the clock or the process`] : modules
    })
  expect(wrong).toEqual([])
})

test('sockets are opened in one place', () => {
  const wrong = files
    .filter((file) => file.startsWith('src/probes/') && file !== 'src/probes/net.ts')
    .filter((file) => importsOf(read(file)).some(({ specifier }) => /^node:(net|tls|dns)/.test(specifier)))
  expect(wrong).toEqual([])
})

test('libraries stay in their rooms', () => {
  const owners: Record<string, RegExp> = {
    psl: /^src\/config\//,
    valibot: /^src\/(config|report|audit|watch|fleet)\//,
    bullmq: /^src\/fleet\/library\.ts$/,
    ioredis: /^src\/fleet\/library\.ts$/,
    yaml: /^src\/config\//,
    '@babel/parser': /^src\/scan\//,
    re2js: /^src\/scan\/evaluate\/regex\.ts$/,
    htmlparser2: /^src\/scan\//,
    ignore: /^src\/scan\//,
    commander: /^src\/cli\//,
    ora: /^src\/cli\//,
    chalk: /^src\/(cli|report)\//,
    'node-forge/lib/asn1.js': /^src\/x509\//,
    '@noble/post-quantum/ml-kem.js': /^src\/probes\//,
  }
  const wrong = files.flatMap((file) =>
    importsOf(read(file))
      .filter(
        ({ specifier, typeOnly }) =>
          !typeOnly && !specifier.startsWith('.') && !specifier.startsWith('node:'),
      )
      .filter(({ specifier }) => !owners[specifier]?.test(file))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})
