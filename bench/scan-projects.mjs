/**
 * Measures `hefa scan` on clones of public projects against what a person counted in them.
 *
 *   node bench/scan-projects.mjs FOLDER [--write] [--only NAME...]
 *
 * FOLDER holds the clones as OWNER+NAME (git clone https://github.com/OWNER/NAME FOLDER/OWNER+NAME, then git checkout
 * the commit of bench/scan-projects.json). Nothing of them is run or changed. With --write the table goes into
 * docs/scan-precision.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/scan-precision.md')
const [folder, ...flags] = process.argv.slice(2)
if (!folder) throw new Error('node bench/scan-projects.mjs FOLDER [--write] [--only NAME...]')
const only = flags.includes('--only') ? flags.slice(flags.indexOf('--only') + 1) : null
const { projects, readOn } = JSON.parse(readFileSync(join(root, 'bench/scan-projects.json'), 'utf8'))

/** Here stands the config that is made of each project: what is called is listed, so that only what no list fixes is left. */
const empty = mkdtempSync(join(tmpdir(), 'hefa-projects-'))
const hefa = (...args) =>
  spawnSync(process.execPath, [join(root, 'bin/hefa.js'), 'scan', ...args, '--quiet', '--lang', 'en'], {
    ...{ cwd: empty, encoding: 'utf8', maxBuffer: 1 << 30, timeout: 600_000 },
  })

function measured(project) {
  const clone = join(folder, project.name.replace('/', '+'))
  if (!existsSync(clone)) return null
  writeFileSync(join(empty, 'hefa.config.jsonc'), hefa(clone, '--write-config').stdout)
  const started = performance.now()
  const ran = hefa(clone, '--format', 'json')
  const seconds = (performance.now() - started) / 1000
  const report = ran.status === 0 || ran.status === 1 || ran.status === 3 ? JSON.parse(ran.stdout) : null
  return { ...project, ...counted(project, report), status: ran.status ?? 'none', seconds }
}

/** Without a report everything is missed. */
function counted({ calls, hosts }, report) {
  if (!report) return { found: 0, resolved: 0, undetermined: 0, missed: calls, invented: 0, answers: 0 }
  const { found, resolved, undetermined } = report.scan.calls
  const origins = new Set(report.scan.hosts.map(({ origin }) => origin))
  const invented = hosts === null ? null : [...origins].filter((one) => !hosts.includes(one)).length
  const lost = hosts === null ? null : hosts.filter((one) => !origins.has(one)).length
  const open = report.config.filter(({ status, level }) => status === 'unknown' && level === 'error')
  return {
    found,
    resolved,
    undetermined,
    missed: Math.max(0, calls - found),
    invented,
    lost,
    answers: open.length,
  }
}

const shown = (value) => (value === null || value === undefined ? '' : String(value))
const right = ({ exit, status }) => (exit === null ? '' : exit === status ? 'yes' : `no, ${exit}`)

function table(rows) {
  const head = [
    '| project | framework | true | found | resolved | undetermined | findings to answer | missed | hosts invented | hosts lost | exit | right | s |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- | --: |',
  ]
  const lines = rows.map((row) => {
    const {
      name,
      framework,
      calls,
      found,
      resolved,
      undetermined,
      answers,
      missed,
      invented,
      lost,
      status,
      seconds,
    } = row
    const cells = [
      ...[`[${name}](https://github.com/${name}/tree/${row.commit})`, framework, calls, found, resolved],
      ...[
        undetermined,
        answers,
        missed,
        shown(invented),
        shown(lost),
        status,
        right(row),
        seconds.toFixed(1),
      ],
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [...head, ...lines].join('\n')
}

/** What a scan promises, for the set fixed in advance and for all. */
function summary(rows) {
  const sets = [
    ['fixed in advance', rows.filter(({ fixed }) => fixed)],
    ['all', rows],
  ]
  return [
    '| set | projects | true | missed | found | resolved | hosts invented | hosts lost | wrong passes | exit right | exit 3 | most findings to answer at exit 3 |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...sets
      .filter(([, set]) => set.length > 0)
      .map(([name, set]) => `| ${[name, ...totals(set)].join(' | ')} |`),
  ].join('\n')
}

function totals(rows) {
  const sum = (key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  const open = rows.filter(({ status }) => status === 3)
  const judged = rows.filter(({ exit }) => exit !== null)
  return [
    ...[
      rows.length,
      sum('calls'),
      `${sum('missed')} (${percent(sum('missed'), sum('calls'))})`,
      sum('found'),
    ],
    `${sum('resolved')} (${percent(sum('resolved'), sum('found'))})`,
    ...[sum('invented'), sum('lost'), judged.filter(({ exit, status }) => status === 0 && exit !== 0).length],
    `${judged.filter(({ exit, status }) => exit === status).length} of ${judged.length}`,
    ...[
      `${open.length} (${percent(open.length, rows.length)})`,
      Math.max(0, ...open.map((row) => row.answers)),
    ],
  ]
}

const rows = []
for (const project of projects) {
  if (only !== null && !only.includes(project.name)) continue
  const row = measured(project)
  if (!row) process.stderr.write(`${project.name}: no clone\n`)
  else rows.push(row)
}
rmSync(empty, { recursive: true, force: true })
const text = `${table(rows)}\n\n${summary(rows)}\n`
process.stdout.write(text)
if (flags.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8')
  const [BEGIN, END] = ['<!-- projects: made by bench/scan-projects.mjs -->\n', '<!-- end of projects -->']
  const [before, rest = ''] = page.split(BEGIN)
  const [, after = '\n'] = rest.split(END)
  writeFileSync(PAGE, `${before}${BEGIN}\nCounted by eye on ${readOn}.\n\n${text}\n${END}${after}`)
}
