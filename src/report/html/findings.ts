/** Findings, each cause once, worst first. */
import type { Language, Level } from '../../types.js'
import { alike } from '../alike.js'
import type { Cause, Causes, Finding, Levels, Silence } from '../causes.js'
import { followedText, followersOf } from '../followers.js'
import { roleOf } from '../roles.js'
import { chainFigure } from './chain-figure.js'
import { evidencePart, normPart } from './evidence.js'
import { weightIcon } from './icons.js'
import { type Html, html, type Part } from './markup.js'
import { both, fixOf, type Page, say, wordsIn } from './page.js'
import { ruleTitle, ruleWhy } from './rule-texts.js'
import { foundPart } from './sentences.js'
import { silencePart } from './silence.js'
import { snippetHostOf, type Topic } from './snippets.js'
import { snippetsPart } from './snippets-part.js'
import type { Told } from './told.js'
import { tokensOfCause, tokensOfSilence, urgencyOf, type Weight, weightOf } from './weights.js'

/** Maximum number of fixes shown. */
const TOLD = 6
/** Rules whose findings are about the chain, which is then drawn. */
const DRAWN = /^certificate\/(chain-|validity|expires-soon|trusted|self-signed|distrusted-ca|path)/

interface Card {
  /** The same in the next run. */
  name: string
  urgency: number
  size: number
  weight: Weight
  tokens: string
  about: readonly Pick<Told, 'host' | 'rule' | 'fix'>[]
  body: (id: string) => Part
}

export interface Cards {
  part: Html
  total: number
  /** Worst first. */
  told: readonly Told[]
  weights: ReadonlySet<Weight>
}

export function findingsPart(page: Page, causes: Causes): Cards {
  const cards = [
    ...causes.causes.map((cause) => causeCard(page, cause)),
    ...causes.silences.map((silence) => silenceCard(page, silence)),
  ].sort((a, b) => a.urgency - b.urgency || b.size - a.size)
  const empty = cards.length === 0 && html`<p class="empty">${say(page, (w) => w.noFindings)}</p>`
  const ids = new Map<string, number>()
  const told: Told[] = []
  const part = html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">${say(page, (w) => w.parts.findings)}</h2>
${empty}${cards.map(({ weight, tokens, name, body, urgency, about }) => {
  const id = idOf(name, ids)
  told.push(...about.map((one) => ({ ...one, id, urgency })))
  return html`<article class="finding ${weight}" id="${id}" data-finding data-tokens="${tokens}" aria-labelledby="${id}-title">${body(id)}</article>\n`
})}</section>`
  return { part, total: cards.length, told, weights: new Set(cards.map(({ weight }) => weight)) }
}

/** The anchor of the finding: the link stays valid in later reports. */
function idOf(name: string, ids: Map<string, number>): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
  const nth = ids.get(slug) ?? 0
  ids.set(slug, nth + 1)
  return nth === 0 ? `f-${slug}` : `f-${slug}-${nth + 1}`
}

function causeCard(page: Page, cause: Cause): Card {
  const { status, level, levels, findings } = cause
  return {
    name: `${cause.rule}-${cause.reason}`,
    urgency: urgencyOf(status, level),
    size: findings.length,
    weight: weightOf(status, level),
    tokens: tokensOfCause(cause),
    about: findings.map(({ host, rule, fix, results }) => ({
      ...{ host, rule },
      fix: results.find((one) => one.fix !== undefined && one.fix === fix) ?? null,
    })),
    body: (id) => [
      cardHead(page, id, { status, level, levels, rule: cause.rule }, ruleTitle(page, cause.rule)),
      ...(isBrief(cause) ? briefBody(page, cause, id) : fullBody(page, cause, id)),
    ],
  }
}

const isBrief = ({ status, level }: Cause) => status === 'waived' || level === 'info'

function fullBody(page: Page, cause: Cause, id: string): Part[] {
  return [
    ruleWhy(page, cause.rule),
    foundPart(page, cause),
    followedLine(page, cause),
    figureOf(page, cause),
    fixing(page, cause, id),
    normPart(page, cause),
    evidencePart(page, cause.findings),
  ]
}

/** The checks that failed, or could not be made, only because of this finding. */
function followedLine(page: Page, { findings }: Cause): Part {
  const rules = followersOf(findings.flatMap(({ results }) => results))
  if (rules.length === 0) return null
  return html`<p class="on">${both(page, (language) => followedText(wordsIn(language), rules))}</p>`
}

/** A note or a waived finding: one sentence, with the rest folded. */
function briefBody(page: Page, cause: Cause, id: string): Part[] {
  const [why, found, followed, ...rest] = fullBody(page, cause, id)
  return [
    found ?? null,
    followed ?? null,
    html`<details class="rest"><summary>${say(page, (w) => w.details)}</summary>${why ?? null}${rest}</details>`,
  ]
}

function silenceCard(page: Page, silence: Silence): Card {
  const { level, levels, host, rules, results } = silence
  const fix = results.find((one) => one.fix !== undefined && one.fix === silence.fix) ?? null
  const head = { status: 'unknown', level, levels, rule: '' } as const
  const silent = say(page, (w) => w.silent(host))
  return {
    name: `silent-${host}`,
    urgency: urgencyOf('unknown', level),
    size: 1,
    weight: 'unknown',
    tokens: tokensOfSilence(silence),
    about: rules.map((rule) => ({ host, rule, fix })),
    body: (id) => [cardHead(page, id, head, silent), silencePart(page, silence)],
  }
}

interface Head {
  status: Cause['status']
  level: Level
  levels: Levels
  rule: string
}

function cardHead(page: Page, id: string, { status, level, levels, rule }: Head, title: Html): Html {
  const weight = weightOf(status, level)
  const badge = say(page, (w) => (status === 'fail' ? w.unmet[level] : w.weight[weight]))
  return html`<header><p class="kicker"><a class="permalink" href="#${id}" aria-labelledby="${id}-title">#</a> <span class="badge ${weight}">${weightIcon(weight)} ${badge}</span> ${rule !== '' && html`<code class="rule">${rule}</code>`}</p>
<h3 id="${id}-title">${title}</h3>
<p class="on">${platformsText(page, status, levels)}</p></header>`
}

/** `Error: WeChat Android; Warning: WeChat iOS`: a single level is already in the badge. */
function platformsText(page: Page, status: Cause['status'], levels: Levels): Html {
  return both(page, (language) => {
    const words = wordsIn(language)
    const parts = (['error', 'warning', 'info'] as const).flatMap((level) => {
      const held = page.report.platforms.filter((id) => levels[id] === level)
      if (held.length === 0) return []
      const every = held.length === page.report.platforms.length && held.length > 1
      const names = every ? [words.everyPlatform] : held.map((id) => words.platform[id])
      return [{ level, names: names.join(words.listSeparator) }]
    })
    if (parts.length === 1) return parts[0]?.names ?? ''
    const told = parts.map(
      ({ level, names }) => `${words.platformsLead(levelWord(status, level, language))} ${names}`,
    )
    return told.join(words.clauseSeparator)
  })
}

function levelWord(status: Cause['status'], level: Level, language: Language): string {
  const words = wordsIn(language)
  return status === 'unknown' && level === 'error' ? words.weight.unknown : words.weight[level]
}

/** Drawn open once for each domain, and folded when repeated. */
function figureOf(page: Page, { rule, findings }: Cause): Html | null {
  const host = findings[0]?.host ?? ''
  const target = page.report.targets[page.places.get(host) ?? -1]
  const figure = DRAWN.test(rule) && target ? chainFigure(page, target) : null
  if (!figure) return null
  const named = html`${findings.length > 1 && html`<p class="label">${host}</p>`}${figure}`
  return html`<div class="drawn">${once(
    page,
    `figure ${host}`,
    named,
    say(page, (w) => w.chain.title),
  )}</div>`
}

function once(page: Page, key: string, part: Html, title: Html): Html {
  if (page.told.has(key)) return html`<details><summary>${title}</summary>${part}</details>`
  page.told.add(key)
  return part
}

function fixing(page: Page, { rule, findings, status }: Cause, id: string): Html | null {
  const fixed = findings.filter(({ fix }) => fix !== '')
  const groups = alike(fixed, ({ fix }) => fix)
  const topic = roleOf(rule).snippet
  const [first] = findings
  const snippets = topic && first && status === 'fail' ? snippetsOf(page, id, topic, first) : null
  if (groups.length === 0 && !snippets) return null
  const fixes = groups.slice(0, TOLD).map(([finding]) => {
    const result = finding?.results.find(({ fix }) => fix === finding.fix)
    const named = finding !== undefined && groups.length > 1 && html`<p class="label">${finding.host}</p>`
    return result ? html`${named}${fixOf(page, result)}` : null
  })
  const more = groups.length > TOLD && html`<p>${say(page, (w) => w.more(groups.length - TOLD))}</p>`
  return html`<div class="how-to-fix"><h4>${say(page, (w) => w.howToFix)}</h4>${fixes}${more}${snippets}</div>`
}

function snippetsOf(page: Page, id: string, topic: Topic, finding: Finding): Html {
  const place = snippetHostOf(finding)
  const title = say(page, (w) => w.snippets.title)
  return once(
    page,
    `snippet ${topic} ${place.host}:${place.port}`,
    snippetsPart(page, id, topic, place),
    title,
  )
}
