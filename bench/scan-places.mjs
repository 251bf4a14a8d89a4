/**
 * Compares what `hefa scan` finds, place by place, with what a person found.
 *
 *   node bench/scan-places.mjs FOLDER [--write] [--only NAME] [--list]
 *
 * FOLDER holds clones as OWNER+NAME, at the commits of `bench/truth/*.json`. Such a file says where calls stand
 * (`calls`: origin → file → lines; "-" no server at all, "?" one that only a server or a file beside the repository
 * tells, "*" not noted) and which of the places that look like calls are none (`not`). A call may be reported at another
 * step of its way (`same`: file → line → line or FILE:LINE in `calls`, or several). `forms` are the regular expressions by which places
 * were looked for: a search of plain text, made without the program, that finds too much rather than too little;
 * what it finds and nobody judged is counted as `unjudged`, so that a list can't go stale unseen.
 * `--list` prints every place that differs, `--write` puts the table into docs/scan-precision.md.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scan } from '../dist/index.js'

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/scan-precision.md')
const [folder, ...flags] = process.argv.slice(2)
if (!folder) throw new Error('node bench/scan-places.mjs FOLDER [--write] [--only NAME] [--list]')
const only = flags.includes('--only') ? flags[flags.indexOf('--only') + 1] : ''

const SOURCES = /\.(?:js|ts|tsx|jsx|vue|nvue|uvue|uts|wpy|mpx|cml|mjs)$/
const NO_SOURCES = /\.d\.ts$|node_modules|\.min\.js$/
const COMMENT = /^\s*(?:\/\/|\*)/

/** Every line that looks like a call, by text alone. */
function candidates(clone, { forms, except = [] }) {
  const listed = execFileSync('git', ['-C', clone, '-c', 'core.quotePath=false', 'ls-files'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const form = new RegExp(forms.join('|'))
  const files = listed
    .split('\n')
    .filter((file) => SOURCES.test(file) && !NO_SOURCES.test(file))
    .filter((file) => !except.some((start) => file.startsWith(start)))
  return files.flatMap((file) => {
    const lines = readFileSync(join(clone, file), 'utf8').split(/\r\n|\n|\r/)
    return lines.flatMap((line, index) =>
      form.test(line) && !COMMENT.test(line) ? `${file}:${index + 1}` : [],
    )
  })
}

const placesIn = (files) =>
  Object.entries(files ?? {}).flatMap(([file, lines]) => lines.map((line) => `${file}:${line}`))

/** Every step of calls' ways → the places they are listed under. */
function stepsOf({ calls, same = {} }) {
  const steps = new Map()
  for (const files of Object.values(calls)) for (const place of placesIn(files)) steps.set(place, [place])
  for (const [file, lines] of Object.entries(same))
    for (const [line, of] of Object.entries(lines))
      steps.set(
        `${file}:${line}`,
        [of].flat().map((one) => (String(one).includes(':') ? one : `${file}:${one}`)),
      )
  return steps
}

function originOf(text) {
  return /^(?:https?|wss?):\/\/[^/?#]+/i.exec(text)?.[0].toLowerCase() ?? null
}

function compared(truth, facts, found) {
  const steps = stepsOf(truth)
  const origins = new Map()
  for (const [origin, files] of Object.entries(truth.calls))
    for (const place of placesIn(files)) origins.set(place, origin)
  const hit = new Map()
  const invented = []
  for (const call of facts.calls) {
    const at = `${call.place.file}:${call.place.line}`
    const listed = steps.get(at)
    if (listed === undefined) invented.push(`${at} ${call.callee} ${call.urls[0]?.text ?? call.undetermined}`)
    for (const place of listed ?? []) hit.set(place, [...(hit.get(place) ?? []), call])
  }
  const known = new Set([...steps.keys(), ...placesIn(truth.not)])
  const result = { places: origins.size, invented, missed: [], open: [], wrong: [], resolved: 0 }
  result.unjudged = found.filter((place) => !known.has(place))
  for (const [place, origin] of origins) {
    const calls = hit.get(place)
    if (!calls) result.missed.push(place)
    else judge(place, origin, calls, result)
  }
  return result
}

function judge(place, origin, calls, result) {
  const told = new Set(calls.flatMap(({ urls }) => urls.map(({ text }) => originOf(text)).filter(Boolean)))
  const isOpen = calls.some(({ undetermined }) => undetermined !== null)
  const listed = origin.split(' ').map((one) => one.toLowerCase())
  const isKnown = !/^[-?*]$/.test(origin)
  const extra = isKnown ? [...told].filter((one) => !listed.includes(one)) : []
  if (extra.length > 0) result.wrong.push(`${place} ${extra.join(' ')} for ${origin}`)
  else if (isOpen || (isKnown && told.size === 0)) result.open.push(`${place} ${calls[0].undetermined}`)
  else result.resolved++
}

const rows = []
for (const file of readdirSync(join(root, 'bench/truth')).sort()) {
  const truth = JSON.parse(readFileSync(join(root, 'bench/truth', file), 'utf8'))
  const clone = join(folder, truth.name.replace('/', '+'))
  if (!truth.name.includes(only) || !existsSync(clone)) continue
  const started = performance.now()
  const facts = await scan(clone)
  const seconds = (performance.now() - started) / 1000
  const result = compared(truth, facts, candidates(clone, truth))
  rows.push({ ...truth, ...result, seconds })
  if (flags.includes('--list')) list(truth.name, result)
}

function list(name, result) {
  console.log(`# ${name}: ${result.places} places`)
  for (const kind of ['unjudged', 'missed', 'open', 'wrong', 'invented'])
    for (const one of result[kind]) console.log(`  ${kind} ${one}`)
}

const cells = ({ name, commit, framework, places, resolved, seconds, ...lists }) => {
  const { missed, open, wrong, invented, unjudged } = lists
  const counts = [places, places - missed.length, resolved, open.length, missed.length, wrong.length]
  const all = [...counts, invented.length, unjudged.length, seconds.toFixed(1)]
  return `| [${name}](https://github.com/${name}/tree/${commit}) | ${framework} | ${all.join(' | ')} |`
}
const total = (of) => rows.reduce((sum, row) => sum + of(row), 0)
const [places, missed, resolved] = [
  total((row) => row.places),
  total(({ missed: own }) => own.length),
  total((row) => row.resolved),
]
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
const text = [
  '| project | framework | places | found | resolved | undetermined | missed | wrong host | told elsewhere | unjudged | s |',
  '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
  ...rows.map(cells),
  '',
  `${rows.length} projects, ${places} places: ${missed} missed (${percent(missed, places)}), ${resolved} resolved (${percent(resolved, places)}), ${total(({ open }) => open.length)} undetermined, ${total(({ wrong }) => wrong.length)} with a wrong host, ${total(({ invented }) => invented.length)} told where nobody saw a call.`,
].join('\n')
console.log(text)
if (flags.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8')
  const [BEGIN, END] = ['<!-- places: made by bench/scan-places.mjs -->\n', '<!-- end of places -->']
  const [before, rest = ''] = page.split(BEGIN)
  const [, after = '\n'] = rest.split(END)
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}\n\n${END}${after}`)
}
