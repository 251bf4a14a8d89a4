/** What is wrong, each cause once, worst first. */
import type { Language, Level, Result, Target } from '../../types.js'
import type { Cause, Causes, Finding, Levels, Silence } from '../causes.js'
import { hostLabel, placeLabels } from '../labels.js'
import { alike } from '../pretty/sentences.js'
import { chainFigure } from './chain-figure.js'
import { evidencePart, normPart } from './evidence.js'
import { weightIcon } from './icons.js'
import { type Html, html, join, type Part } from './markup.js'
import { both, fixOf, messageOf, type Page, say, wordsIn } from './page.js'
import { silencePart } from './silence.js'
import { placeOf, TOPICS } from './snippets.js'
import { snippetsPart } from './snippets-part.js'
import { tokensOfCause, tokensOfSilence, urgencyOf, type Weight, weightOf } from './weights.js'

/** Sentences shown at once; the rest is folded. */
const TOLD = 6
/** Places in config files named. */
const PLACES = 6
/** Rules whose finding is a matter of the chain: it is drawn. */
const DRAWN = /^certificate\/(chain-|validity|expires-soon|trusted|self-signed|distrusted-ca|path)/

interface Card {
  urgency: number
  size: number
  weight: Weight
  tokens: string
  body: (id: string) => Part
}

export interface Cards {
  part: Html
  total: number
  weights: ReadonlySet<Weight>
}

export function findingsPart(page: Page, causes: Causes): Cards {
  const cards = [
    ...causes.causes.map((cause) => causeCard(page, cause)),
    ...causes.silences.map((silence) => silenceCard(page, silence)),
  ].sort((a, b) => a.urgency - b.urgency || b.size - a.size)
  const empty = cards.length === 0 && html`<p class="empty">${say(page, (w) => w.noFindings)}</p>`
  const part = html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">${say(page, (w) => w.parts.findings)}</h2>
${empty}${cards.map(({ weight, tokens, body }, at) => {
  const id = `f-${at}`
  return html`<article class="finding ${weight}" id="${id}" data-finding data-tokens="${tokens}" aria-labelledby="${id}-title">${body(id)}</article>\n`
})}</section>`
  return { part, total: cards.length, weights: new Set(cards.map(({ weight }) => weight)) }
}

function causeCard(page: Page, cause: Cause): Card {
  const { status, level, levels, findings } = cause
  return {
    urgency: urgencyOf(status, level),
    size: findings.length,
    weight: weightOf(status, level),
    tokens: tokensOfCause(cause),
    body: (id) => [
      cardHead(page, id, { status, level, levels, rule: cause.rule }, ruleTitle(page, cause.rule)),
      reasonWhy(page, cause.rule),
      found(page, cause),
      figureOf(page, cause),
      mending(page, cause, id),
      normPart(page, cause),
      evidencePart(page, cause.findings),
    ],
  }
}

function silenceCard(page: Page, silence: Silence): Card {
  const { level, levels, host } = silence
  return {
    urgency: urgencyOf('unknown', level),
    size: 1,
    weight: 'unknown',
    tokens: tokensOfSilence(silence),
    body: (id) => [
      cardHead(
        page,
        id,
        { status: 'unknown', level, levels, rule: '' },
        say(page, (w) => w.silent(host)),
      ),
      silencePart(page, silence),
    ],
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
  return html`<header><p class="kicker"><span class="badge ${weight}">${weightIcon(weight)} ${badge}</span> ${rule !== '' && html`<code class="rule">${rule}</code>`}</p>
<h3 id="${id}-title">${title}</h3>
<p class="on">${platformsText(page, status, levels)}</p></header>`
}

/** `Error: WeChat Android; Warning: WeChat iOS`: a single level is told by the badge already. */
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

/** A rule that somebody brought along has no title of ours. */
export function ruleTitle(page: Page, rule: string): Html {
  return say(page, ({ ruleTexts }) =>
    Object.hasOwn(ruleTexts, rule) ? (ruleTexts[rule]?.title ?? rule) : rule,
  )
}

function reasonWhy(page: Page, rule: string): Html | null {
  const why = say(page, ({ ruleTexts }) =>
    Object.hasOwn(ruleTexts, rule) ? (ruleTexts[rule]?.why ?? '') : '',
  )
  return html`<p class="why">${why}</p>`
}

function found(page: Page, { findings, status }: Cause): Html {
  const groups = alike(findings, ({ message }) => message)
  const items = groups.map((group) => sentence(page, group))
  const rest = items.slice(TOLD)
  const folded =
    rest.length > 0 &&
    html`<details><summary>${say(page, (w) => w.more(rest.length))}</summary><ul class="found">${rest}</ul></details>`
  const waived = status === 'waived' && waiverOf(page, findings[0]?.results[0])
  return html`<h4 class="sr">${say(page, (w) => w.found)}</h4><ul class="found">${items.slice(0, TOLD)}</ul>${folded}${waived}`
}

function sentence(page: Page, group: readonly Finding[]): Html | null {
  const [first] = group
  const result = first?.results[0]
  if (!first || !result) return null
  const others = group.slice(1).flatMap(({ host }) => (host === '' ? [] : [host]))
  const host = first.host !== '' && html`<strong class="host">${hostLink(page, first)}</strong> `
  const also =
    others.length > 0 &&
    html`<span class="also">${say(page, (w) => w.also(''))} ${join(
      group.slice(1).map((finding) => html`<strong class="host">${hostLink(page, finding)}</strong>`),
      say(page, (w) => w.listSeparator),
    )}</span>`
  return html`<li>${host}<span class="message">${messageOf(page, result)}</span> ${also}${scope(page, group)}</li>`
}

/** To the part of the page about that domain. */
function hostLink(page: Page, { host }: Finding): Part {
  const at = page.report.targets.findIndex((target) => hostLabel(target) === host)
  return at < 0 ? host : html`<a href="#t-${at}">${host}</a>`
}

function scope(page: Page, group: readonly Finding[]): Html | null {
  const distinct = (items: readonly string[]) => [...new Set(items)].slice(0, PLACES)
  const addresses = distinct(group.flatMap((finding) => finding.addresses))
  const hellos = distinct(group.flatMap((finding) => finding.hellos))
  const entries = group.flatMap((finding) => finding.entries)
  const parts = [
    addresses.length > 0 && say(page, (w) => w.onlyAt(addresses.join(w.listSeparator))),
    hellos.length > 0 && say(page, (w) => w.onlyFor(hellos.join(w.listSeparator))),
    entries.some(({ file }) => file !== undefined) &&
      say(page, (w) => w.at(placeLabels(entries, PLACES, w.more).join(w.listSeparator))),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  return html`<span class="scope">${join(
    parts,
    say(page, (w) => w.clauseSeparator),
  )}</span>`
}

function waiverOf(page: Page, result: Result | undefined): Html | null {
  const waiver = result?.evidence?.waiver
  if (waiver === null || typeof waiver !== 'object' || Array.isArray(waiver)) return null
  const { reason, until } = waiver
  return html`<p class="waiver">${say(page, (w) => {
    const told = [
      ...(typeof reason === 'string' ? [w.quoted(reason)] : []),
      ...(typeof until === 'string' ? [w.waivedUntil(until)] : []),
    ]
    return `${w.waivedBecause}${w.colon}${told.join(w.pause)}`
  })}</p>`
}

function figureOf(page: Page, { rule, findings }: Cause): Html | null {
  if (!DRAWN.test(rule)) return null
  const target = targetOf(page, findings[0])
  const figure = target && chainFigure(page, target)
  if (!figure) return null
  const host = findings.length > 1 && html`<p class="label">${findings[0]?.host ?? ''}</p>`
  return html`<div class="drawn">${host}${figure}</div>`
}

function targetOf({ report }: Page, finding: Finding | undefined): Target | undefined {
  return report.targets.find(({ results }) => finding?.results[0] && results.includes(finding.results[0]))
}

function mending(page: Page, { rule, findings, status }: Cause, id: string): Html | null {
  const groups = alike(
    findings.filter(({ fix }) => fix !== ''),
    ({ fix }) => fix,
  )
  const topic = Object.hasOwn(TOPICS, rule) ? TOPICS[rule] : undefined
  const [first] = findings
  const snippets = topic && first && status === 'fail' ? snippetsPart(page, id, topic, placeOf(first)) : null
  if (groups.length === 0 && !snippets) return null
  const fixes = groups.slice(0, TOLD).map(([finding]) => {
    const result = finding?.results.find(({ fix }) => fix === finding.fix)
    const named = finding !== undefined && groups.length > 1 && html`<p class="label">${finding.host}</p>`
    return result ? html`${named}${fixOf(page, result)}` : null
  })
  const more = groups.length > TOLD && html`<p>${say(page, (w) => w.more(groups.length - TOLD))}</p>`
  return html`<div class="mend"><h4>${say(page, (w) => w.mend)}</h4>${fixes}${more}${snippets}</div>`
}
