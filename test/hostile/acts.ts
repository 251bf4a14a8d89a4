/** What in a report would act on whoever reads it: a terminal, a CI log, a browser, a spreadsheet, a parser. */
import { execFileSync } from 'node:child_process'
import type { FormatName } from '../../src/report/index.js'
import { tool } from '../helpers/tools.js'

/** Says what acts, with what stands around it; nothing where nothing does. */
type Look = (text: string) => string[]

/** The mark the servers' texts carry: see `PAYLOADS`. */
const MARK = 'OWNED'

const found =
  (what: string, pattern: RegExp): Look =>
  (text) =>
    [...text.matchAll(pattern)]
      .slice(0, 3)
      .map(({ index }) => `${what}: ${JSON.stringify(text.slice(Math.max(0, index - 40), index + 40))}`)

const steers = found('steers or hides', /[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu)
const runs = found('command anywhere in a log', /##\w*\[/g)
const starts = found('command at the start of a line', /^[^\S\n]*::/gm)

const json: Look = (text) => {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [`no JSON: ${error}`]
  }
}
const lines: Look = (text) => text.trimEnd().split('\n').flatMap(json)

const TAG = /<[a-zA-Z/?!](?:[^<>"']|"[^"]*"|'[^']*')*>/g
const unquoted = (tag: string): string => tag.replace(/"[^"]*"|'[^']*'/g, '""')

/** Their text may stand in attribute values and between tags, with every sign of markup escaped. */
const markup: Look = (text) => {
  const tags = text.match(TAG) ?? []
  const outside = text.replace(TAG, '')
  return [
    ...found('an open angle', /</g)(outside),
    ...found(
      'an element that runs or loads',
      /<(?:script|img|iframe|object|embed|link(?! rel="icon" href="data:)|base|form)\b/gi,
    )(text),
    ...tags.map(unquoted).flatMap(found('theirs in a tag', new RegExp(`${MARK}|\\son\\w+=`, 'g'))),
    ...tags.flatMap(
      found('an address that runs', /(?:href|src|action)="\s*(?!https?:|#|data:image\/)[a-z]+:/gi),
    ),
  ]
}

/** Script and style are ours alone. */
const html: Look = (text) => {
  const ours = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g
  const blocks = text.match(ours) ?? []
  return [
    ...blocks.flatMap(found('theirs in a script', new RegExp(MARK, 'g'))),
    ...markup(text.replace(ours, '')),
  ]
}

const xml: Look = (text) => [...markup(text), ...found('a lone ampersand', /&(?!#?\w+;)/g)(text)]

const cmark = tool('cmark-gfm')
const rendered = (text: string): string =>
  cmark === null
    ? ''
    : execFileSync(cmark, ['-e', 'table', '-e', 'autolink', '--unsafe'], {
        input: text,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })

/** As GitHub's reader shows it: no link or image of theirs, and outside of code no name that would be notified. */
const markdown: Look = (text) => {
  const shown = rendered(text)
  return [
    ...markup(text),
    ...found('theirs in a link', /<(?:a|img)\b[^>]*owned/gi)(shown),
    ...found('a mention', /@\w/g)(shown.replace(/<(code|pre)>[\s\S]*?<\/\1>|<[^>]*>/g, '')),
  ]
}

const csv: Look = (text) => {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)
  const formula = (cell: string) => /^\s*[=+\-@\t\r]/.test(cell) && !/^-\d+(?:\.\d+)?$/.test(cell)
  const bad = [...cells].filter(([, quoted, plain = '']) => formula(quoted ?? plain))
  return [...bad.map(([cell]) => `a formula: ${cell}`), ...steers(text.replaceAll('\r\n', '\n'))]
}

const METRIC = /^(?:[a-z_]+(?:\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?[0-9.e+]+|# .*)$/
const metrics: Look = (text) =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !METRIC.test(line))
    .map((line) => `no sample: ${line}`)

const command: Look = found('a command that is not ours', /^(?!::(?:error|warning|notice) [^\n]*::).*$/gm)
const github: Look = (text) => command(text.trimEnd())

const LOOKS: Readonly<Record<FormatName, readonly Look[]>> = {
  pretty: [steers, runs, starts],
  json: [steers, runs, starts, json],
  ndjson: [steers, runs, starts, lines],
  junit: [steers, runs, starts, xml],
  sarif: [steers, runs, starts, json],
  github: [steers, github],
  gitlab: [steers, runs, starts, json],
  markdown: [steers, runs, starts, markdown],
  csv: [csv, runs, starts],
  html: [steers, runs, starts, html],
  openmetrics: [steers, runs, starts, metrics],
}

export const actsIn = (format: FormatName, text: string): string[] =>
  LOOKS[format].flatMap((look) => look(text))
