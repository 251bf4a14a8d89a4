/**
 * What it takes until a scan of a real project decides: for each file of `bench/effort` the findings that ask a person
 * before and after, and the lines that were written into the config.
 *
 *   node bench/scan-effort.mjs FOLDER [--write] [--only NAME]
 *
 * FOLDER holds the clones as OWNER+NAME, at the commits of `bench/scan-projects.json` or `bench/truth`. The config is the
 * one `--write-config` makes, with `scan` and `domains` of the file put in. `--write` puts the table into
 * docs/scan-precision.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/scan-precision.md')
const [folder, ...flags] = process.argv.slice(2)
if (!folder) throw new Error('node bench/scan-effort.mjs FOLDER [--write] [--only NAME]')
const only = flags.includes('--only') ? flags[flags.indexOf('--only') + 1] : ''

const empty = mkdtempSync(join(tmpdir(), 'hefa-effort-'))
const hefa = (...args) =>
  spawnSync(process.execPath, [join(root, 'bin/hefa.js'), 'scan', ...args, '--quiet', '--lang', 'en'], {
    ...{ cwd: empty, encoding: 'utf8', maxBuffer: 1 << 30, timeout: 600_000 },
  })

/** Comments stand in lines of their own or behind a value. */
const plain = (text) =>
  JSON.parse(
    text
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/("|\]|\}|,)\s+\/\/ .*$/gm, '$1')
      .replace(/,(\s*[}\]])/g, '$1'),
  )

function scanned(clone, config) {
  writeFileSync(join(empty, 'hefa.config.json'), JSON.stringify(config))
  const { status, stdout, stderr } = hefa(clone, '--format', 'json')
  if (status === 2 || status === null) throw new Error(stderr)
  const open = JSON.parse(stdout).config.filter((one) => one.status === 'unknown' && one.level === 'error')
  if (flags.includes('--list')) for (const one of open) console.log(' ', one.message)
  return { status, open: open.length }
}

function merged(made, { scan, domains = {} }) {
  const lists = { ...made.domains }
  for (const [api, more] of Object.entries(domains))
    lists[api] = [...new Set([...(lists[api] ?? []), ...more])]
  return { ...made, domains: lists, scan }
}

/** One for each value that is written, as a person would. */
const linesOf = ({ scan, domains = {} }) =>
  Object.values(scan).reduce((sum, part) => sum + Object.keys(part).length, 0) +
  Object.values(domains).flat().length

const rows = []
for (const file of readdirSync(join(root, 'bench/effort')).sort()) {
  const effort = JSON.parse(readFileSync(join(root, 'bench/effort', file), 'utf8'))
  const clone = join(folder, effort.name.replace('/', '+'))
  if (!effort.name.includes(only) || !existsSync(clone)) continue
  if (flags.includes('--list')) console.log(effort.name)
  rmSync(join(empty, 'hefa.config.json'), { force: true })
  const made = plain(hefa(clone, '--write-config').stdout)
  const [before, after] = [scanned(clone, made), scanned(clone, merged(made, effort))]
  rows.push(
    `| ${effort.name} | ${linesOf(effort)} | ${before.open} | ${after.open} | ${before.status} | ${after.status} |`,
  )
}
rmSync(empty, { recursive: true, force: true })
const text = [
  '| project | lines written | findings to answer before | after | exit before | after |',
  '| --- | --: | --: | --: | --: | --: |',
  ...rows,
].join('\n')
console.log(text)
if (flags.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8')
  const [BEGIN, END] = ['<!-- effort: made by bench/scan-effort.mjs -->\n', '<!-- end of effort -->']
  const [before, rest = ''] = page.split(BEGIN)
  const [, after = '\n'] = rest.split(END)
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}\n\n${END}${after}`)
}
