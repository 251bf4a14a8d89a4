/**
 * Builds the small projects of `bench/builds` with the published packages of their frameworks, and compares what a scan
 * says of the source with what it says of the output: the servers of each API, the calls left open, and the exit status
 * with a config that lists what the source calls.
 *
 *   node bench/scan-builds.mjs [--only NAME] [--folder DIR]
 *
 * Needs the npm registry and some gigabytes in a temporary folder; `--folder` names one that is kept. What cannot be
 * installed or built is skipped with a line. Scripts of packages are not run. Exit status 1 where the two differ.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scan } from '../dist/index.js'

const builds = join(import.meta.dirname, 'builds')
const hefa = join(import.meta.dirname, '..', 'bin', 'hefa.js')
const flag = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : '')
const only = flag('--only')
const kept = flag('--folder')
const work = kept || mkdtempSync(join(tmpdir(), 'hefa-builds-'))

async function toldOf(folder, family) {
  const { calls, passedOver, silentClients } = await scan(folder, { judged: [family] })
  const own = calls.filter(({ families }) => families.length === 0 || families.includes(family))
  const origin = (text) => /^\w+:\/\/[^/?#]+/.exec(text)?.[0] ?? text
  const servers = own.flatMap(({ api, urls }) => urls.map(({ text }) => `${api} ${origin(text)}`))
  const open = own.filter(({ undetermined }) => undetermined !== null)
  return {
    servers: [...new Set(servers)].sort(),
    open: open.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`),
    unread: passedOver.map(({ file, reason }) => `${file} (${reason})`),
    silent: silentClients.map(({ name }) => name),
  }
}

/** The exit status of a scan with a config that lists these servers, and what stands in its way to 0. */
function judged(folder, servers, family) {
  const domains = {}
  for (const [api, origin] of servers.map((one) => one.split(' ')))
    domains[api] = [...(domains[api] ?? []), origin]
  const config = join(work, 'hefa.config.json')
  writeFileSync(config, JSON.stringify({ platforms: [family], domains }))
  const { status, stdout } = run(work, [
    process.execPath,
    hefa,
    'scan',
    folder,
    '--config',
    config,
    '--format',
    'json',
  ])
  const results = stdout.startsWith('{') ? JSON.parse(stdout).config : []
  const against = results.filter((one) => /fail|unknown/.test(one.status) && one.level === 'error')
  return { status, why: status === 0 ? [] : against.map(({ rule, message }) => `${rule}: ${message}`) }
}

function run(folder, [command, ...args], environment = {}) {
  const env = { ...process.env, ...environment }
  return spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
    env,
    maxBuffer: 2 ** 28,
  })
}

/** Files stand one after the other behind `--- NAME`. */
function unpack(file, folder) {
  for (const part of readFileSync(file, 'utf8').split(/^--- /m).slice(1)) {
    const end = part.indexOf('\n')
    const path = join(folder, part.slice(0, end))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, part.slice(end + 1))
  }
}

async function compared(name) {
  // What a build leaves beside the source would be read with it.
  const [folder, source] = [join(work, name), join(work, 'sources', name)]
  for (const one of [folder, source]) unpack(join(builds, `${name}.txt`), one)
  const install = ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps']
  if (!existsSync(join(folder, 'node_modules')) && run(folder, install).status !== 0)
    return console.log(`${name}: skipped, its packages are not to be had`)
  const told = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8'))
  for (const build of told.builds ?? [told]) await comparedBuild(name, { folder, source, ...build })
}

async function comparedBuild(
  name,
  { folder, source, variant, command, output, family = 'wechat', environment },
) {
  const title = [name, variant].filter(Boolean).join(', ')
  rmSync(join(folder, output), { recursive: true, force: true })
  const { status, stdout, stderr } = run(folder, command, environment)
  if (status !== 0 || !existsSync(join(folder, output)))
    return console.log(`${title}: skipped, it does not build: ${`${stdout}\n${stderr}`.trim().slice(-600)}`)
  const before = await toldOf(source, family)
  const after = await toldOf(join(folder, output), family)
  const exits = [source, join(folder, output)].map((one) => judged(one, before.servers, family))
  const differences = {
    lost: before.servers.filter((one) => !after.servers.includes(one)),
    more: after.servers.filter((one) => !before.servers.includes(one)),
    'open in the source': before.open,
    'open in the build': after.open,
    'not read of the source': before.unread,
    'not read of the build': after.unread,
    'silent in the build': after.silent,
    'against the source': exits[0].why,
    'against the build': exits[1].why,
  }
  const about = `source ${before.servers.length}, build ${after.servers.length}`
  console.log(`${title}: ${about}; exit ${exits.map((one) => one.status).join(', ')}`)
  for (const [what, items] of Object.entries(differences)) {
    if (items.length === 0) continue
    console.log([`  ${what}`, ...items].join('\n    '))
    process.exitCode = 1
  }
}

const names = readdirSync(builds).map((file) => file.replace(/\.txt$/, ''))
try {
  for (const name of names) if (name.includes(only)) await compared(name)
} finally {
  if (!kept) rmSync(work, { recursive: true, force: true })
}
