// Packs the project, installs it every way a user may (tarball, npx, git) into empty folders and runs it there.
import { execFileSync, spawnSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The limits of an installation: packages, and kilobytes on disk. */
const MOST_PACKAGES = 30
const MOST_KB = 20_000

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'hefa-package-'))
// A shell for npm and npx, which are scripts on Windows.
const shell = process.platform === 'win32'
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const fail = (message) => {
  console.error(`package: ${message}`)
  process.exitCode = 1
}
const QUIET = ['--no-audit', '--no-fund', '--silent']

function emptyProject() {
  const home = mkdtempSync(join(folder, 'empty-'))
  run('npm', ['init', '-y'], home)
  return home
}

/** As `du -k` counts: whole blocks. */
function kilobytes(place) {
  const files = readdirSync(place, { recursive: true }).map((name) => lstatSync(join(place, name)))
  return files.reduce((sum, { blocks, size }) => sum + (blocks ? blocks / 2 : size / 1024), 0)
}

function packages(modules) {
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
  return Object.keys(lock.packages).length
}

function checkVersion(way, said) {
  if (said.trim() !== packed.version) fail(`${way}: --version says ${said.trim()}, not ${packed.version}`)
}

/** Each library the build took in, at its work: script, markup, pattern, YAML. */
function checkScan(home) {
  writeFileSync(join(home, 'app.json'), '{"pages":["a"]}')
  writeFileSync(
    join(home, 'a.js'),
    "const host = 'api-1.example.com'.replace(/-(\\d)/, '$1')\nwx.request({ url: 'https://' + host })\n",
  )
  writeFileSync(join(home, 'a.wxml'), '<image src="https://img.example.com/a.png"/>\n')
  writeFileSync(join(home, 'list.yaml'), 'domains:\n  request: [https://api1.example.com]\n')
  const args = ['hefa', 'scan', '.', '--config', 'list.yaml', '--format', 'json']
  const { status, stdout, stderr } = spawnSync('npx', args, { cwd: home, shell, encoding: 'utf8' })
  const hosts = status === 0 ? JSON.parse(stdout).scan.hosts.map(({ origin }) => origin) : []
  if (!hosts.includes('https://api1.example.com')) fail(`a scan exits with ${status}: ${stderr}${stdout}`)
}

/** The declarations depend only on what is installed with them. */
function checkTypes(home) {
  writeFileSync(
    join(home, 'use.mts'),
    "import { check, defineRule, loadConfig, scan } from 'hefa'\n" +
      'export const used = { check, defineRule, loadConfig, scan }\n',
  )
  const args = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
  const roots = ['--typeRoots', join(root, 'node_modules/@types')]
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...args, ...roots, 'use.mts'], {
    cwd: home,
    encoding: 'utf8',
  })
  if (status !== 0) fail(`its types do not compile: ${stdout}`)
}

const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root))
try {
  const files = packed.files.map(({ path }) => path)
  const wanted = /^(bin\/|dist\/|schema\/|package\.json$|README|CHANGELOG|LICENSE|SECURITY)/
  const stray = files.filter((path) => !wanted.test(path) || /\.map$|\.test\./.test(path))
  if (stray.length > 0) fail(`ships what no user needs: ${stray.slice(0, 5).join(', ')}`)
  if (!files.includes('dist/THIRD-PARTY.txt')) fail('ships no licences of the libraries it took in')
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')

  const home = emptyProject()
  run('npm', ['install', '--omit=dev', ...QUIET, tarball], home)
  checkVersion('npm i', run('npx', ['hefa', '--version'], home))
  const demo = spawnSync('npx', ['hefa', 'demo', '--format', 'json'], {
    ...{ cwd: home, shell, encoding: 'utf8' },
    // The report of 17 servers is over Node's default of 1 MiB, at which it kills the program.
    maxBuffer: 64 << 20,
  })
  if (demo.status !== 0) fail(`npx hefa demo exits with ${demo.status}: ${demo.stderr}`)
  checkScan(home)
  const modules = join(home, 'node_modules')
  const [count, size] = [packages(modules), Math.round(kilobytes(modules))]
  if (count > MOST_PACKAGES) fail(`installs ${count} packages (limit ${MOST_PACKAGES})`)
  if (size > MOST_KB) fail(`installs ${size} kB (limit ${MOST_KB})`)
  if (
    !readFileSync(join(root, 'README.md'), 'utf8').includes(
      `${count} packages, ${Math.round(size / 1000)} MB`,
    )
  )
    fail(`README.md gives another size than ${count} packages and ${size} kB`)
  checkTypes(home)

  const once = mkdtempSync(join(folder, 'once-'))
  checkVersion('npx', run('npx', ['--yes', `--package=${tarball}`, 'hefa', '--version'], once))

  const fromGit = emptyProject()
  run('npm', ['install', '--omit=dev', ...QUIET, `git+${pathToFileURL(root).href}`], fromGit)
  checkVersion('npm i git+file', run('npx', ['hefa', '--version'], fromGit))

  run(process.execPath, [join(root, 'scripts/single-file.mjs'), join(folder, 'single'), '--executable'], root)
  const executable = readdirSync(join(folder, 'single')).find((name) => name.startsWith('hefa-')) ?? ''
  checkVersion('the executable', run(join(folder, 'single', executable), ['--version'], once))

  const kB = Math.round(packed.size / 1024)
  console.log(
    `package: ${files.length} files, ${kB} kB packed; installs ${count} packages, ${size} kB, and runs`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
