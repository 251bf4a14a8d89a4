// Packs the project, installs the tarball into an empty folder and runs it there: what a user gets.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'hefa-package-'))
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const fail = (message) => {
  console.error(`package: ${message}`)
  process.exitCode = 1
}

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root))
  const files = packed.files.map(({ path }) => path)
  const wanted = /^(bin\/|dist\/|schema\/|package\.json$|README|CHANGELOG|LICENSE|SECURITY)/
  const stray = files.filter((path) => !wanted.test(path) || /\.map$|\.test\./.test(path))
  if (stray.length > 0) fail(`ships what no user needs: ${stray.slice(0, 5).join(', ')}`)
  const [tarball] = readdirSync(folder)
  const home = mkdtempSync(join(folder, 'empty-'))
  run('npm', ['init', '-y'], home)
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', join(folder, tarball)], home)
  const version = run('npx', ['hefa', '--version'], home).trim()
  if (version !== packed.version) fail(`npx hefa --version says ${version}, not ${packed.version}`)
  const demo = spawnSync('npx', ['hefa', 'demo', '--format', 'json'], {
    cwd: home,
    encoding: 'utf8',
    // The report of 17 servers is over Node's default of 1 MiB, at which it kills the program.
    maxBuffer: 64 << 20,
  })
  if (demo.status !== 0) fail(`npx hefa demo exits with ${demo.status}: ${demo.stderr}`)
  const size = Math.round(packed.size / 1024)
  const unpacked = Math.round(packed.unpackedSize / 1024)
  console.log(`package: ${files.length} files, ${size} kB packed, ${unpacked} kB unpacked, installs and runs`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
