/** Everything known about each domain: addresses, certificate, chains, every check. */
import type { Result, Target, Verdict } from '../../types.js'
import { hostLabel, placeLabel, worstOf } from '../labels.js'
import { chainFigure, chainList } from './chain-figure.js'
import { dayLabel } from './dates.js'
import { verdictIcon, weightIcon } from './icons.js'
import { breakable, type Html, html, join, type Part } from './markup.js'
import { messageOf, type Page, say } from './page.js'
import { ruleTitle } from './rule-texts.js'
import { type Told, todoText } from './told.js'
import { tokensOfTarget, urgencyOf, weightOf } from './weights.js'

/** With few domains everything is open. */
const OPEN = 3
const NAMES = 24
const ADDRESSES = 32
const CHAINS = 6

export function domainsPart(page: Page, todo: ReadonlyMap<string, readonly Told[]>): Html {
  const { targets } = page.report
  if (targets.length === 0) return html``
  return html`<section id="domains" aria-labelledby="domains-title">
<div class="title"><h2 id="domains-title">${say(page, (w) => w.parts.domains)}</h2>
<span class="buttons" data-needs-script hidden><button type="button" data-open="all">${say(page, (w) => w.domain.expandAll)}</button><button type="button" data-open="none">${say(page, (w) => w.domain.collapseAll)}</button></span></div>
${targets.map((target, at) => domainPart(page, target, at, todo.get(hostLabel(target)) ?? []))}</section>`
}

function domainPart(page: Page, target: Target, at: number, told: readonly Told[]): Html {
  const verdict = worstOf(target.verdicts)
  const open = page.report.targets.length <= OPEN && html` open`
  return html`<details class="domain ${verdict}" id="t-${at}" data-domain data-tokens="${tokensOfTarget(target)}"${open}>
<summary><h3>${breakable(hostLabel(target))}</h3> <span class="word">${verdictIcon(verdict)} ${say(page, (w) => w.verdict[verdict])}</span> <span class="brief">${brief(page, target)}</span> <span class="todo">${todoText(page, told)}</span></summary>
<div class="inside">${facts(page, target)}${chainFigure(page, target)}${otherChains(page, target)}${checks(page, target)}</div>
</details>\n`
}

function brief(page: Page, { scheme, certificate, entries }: Target): Part {
  if (scheme === 'udp' || scheme === 'tcp') return say(page, (w) => w.neverProbed)
  if (!certificate) return [...new Set(entries.map(({ api }) => api))].join(', ')
  const days = Math.floor(certificate.daysLeft)
  return say(page, (w) => w.certificateUntil(dayLabel(certificate.notAfter), days))
}

function facts(page: Page, target: Target): Html {
  const { entries, addresses = [], certificate } = target
  const rows: Part[] = [
    entries.length > 0 &&
      fact(
        say(page, (w) => w.domain.listedAs),
        html`<ul>${entries.slice(0, NAMES).map((entry) => html`<li><code>${entry.text}</code> <span class="soft">${entry.family} · ${entry.api}${placeLabel(entry) === '' ? null : ` · ${placeLabel(entry)}`}</span></li>`)}</ul>`,
      ),
    addresses.length > 0 &&
      fact(
        say(page, (w) => w.domain.addresses),
        html`<ul>${addresses.slice(0, ADDRESSES).map(({ address, state }) => html`<li><code>${address}</code> <span class="soft">${say(page, (w) => w.domain.state[state] ?? state)}</span></li>`)}</ul>`,
      ),
    certificate && certificateFacts(page, certificate),
  ].map((part) => part ?? null)
  return html`<dl class="facts">${rows}</dl>`
}

const fact = (name: Part, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

function certificateFacts(page: Page, certificate: NonNullable<Target['certificate']>): Part {
  const { subject, issuer, names, notBefore, notAfter, sha256 } = certificate
  const more = names.length > NAMES && say(page, (w) => w.more(names.length - NAMES))
  return [
    fact(
      say(page, (w) => w.domain.subject),
      html`<code>${subject}</code>`,
    ),
    fact(
      say(page, (w) => w.domain.issuer),
      html`<code>${issuer}</code>`,
    ),
    fact(
      say(page, (w) => w.domain.names),
      [
        join(
          names.slice(0, NAMES).map((name) => html`<code>${name}</code>`),
          ' ',
        ),
        more ? html` ${more}` : null,
      ],
    ),
    fact(
      say(page, (w) => w.domain.valid),
      `${dayLabel(notBefore)} – ${dayLabel(notAfter)}`,
    ),
    fact(
      say(page, (w) => w.domain.fingerprint),
      html`<code class="hash">${sha256}</code>`,
    ),
  ]
}

/** Chains that other addresses or clients got. */
function otherChains(page: Page, target: Target): Part {
  const { chains = [], chain = [] } = target
  const key = (links: typeof chain) => links.map(({ sha256 }) => sha256).join(' ')
  const others = chains.filter((one) => key(one.chain) !== key(chain)).slice(0, CHAINS)
  return others.map(({ addresses, clients, chain: links }, at) => {
    const [places, hellos] = [addresses, clients].map((list) => list.slice(0, 8).join(', '))
    return html`<figure class="chain-figure other"><figcaption>${say(page, (w) => w.chain.variant(at + 2))} <span class="soft">${say(page, (w) => w.chain.variantFor(places ?? '', hellos ?? ''))}</span></figcaption>${chainList(page, target, links, false)}</figure>`
  })
}

function checks(page: Page, { results }: Target): Html {
  const shown = results.filter(({ status }) => status !== 'not-applicable')
  const skipped = new Set(results.filter(({ status }) => status === 'not-applicable').map(({ rule }) => rule))
  for (const { rule } of shown) skipped.delete(rule)
  const rows = distinct(shown).map((result) => checkRow(page, result))
  return html`<h4>${say(page, (w) => w.domain.checks)}</h4>
<table class="checks"><thead><tr><th scope="col">${say(page, (w) => w.domain.result)}</th><th scope="col">${say(page, (w) => w.domain.rule)}</th><th scope="col">${say(page, (w) => w.domain.said)}</th></tr></thead><tbody>${rows}</tbody></table>
${skipped.size > 0 ? html`<p class="soft">${say(page, (w) => w.domain.notApplicable(skipped.size))}</p>` : null}`
}

/** Once for all platforms with the same result; faults first. */
function distinct(results: readonly Result[]): Result[] {
  const key = ({ rule, status, level, message }: Result) =>
    JSON.stringify([rule, status, status === 'pass' ? '' : level, message])
  const found = [...new Map(results.map((result) => [key(result), result])).values()]
  return found.sort((a, b) => rank(a) - rank(b))
}

function rank({ status, level }: Result): number {
  return status === 'fail' || status === 'unknown' || status === 'waived' ? urgencyOf(status, level) : 99
}

function checkRow(page: Page, result: Result): Html {
  const { rule, status, level } = result
  const title = html`${ruleTitle(page, rule)} <code class="rule">${rule}</code>`
  if (status === 'fail' || status === 'unknown' || status === 'waived') {
    const weight = weightOf(status, level)
    return html`<tr class="${weight}"><td><span class="state">${weightIcon(weight)} ${say(page, (w) => w.weight[weight])}</span></td><th scope="row">${title}</th><td>${messageOf(page, result)}</td></tr>`
  }
  const pass: Verdict = 'pass'
  return html`<tr class="pass"><td><span class="state">${verdictIcon(pass)} ${say(page, (w) => w.domain.passed)}</span></td><th scope="row">${title}</th><td>${messageOf(page, result)}</td></tr>`
}
