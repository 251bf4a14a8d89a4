/** The chain drawn from the server's certificate to the root in the phone, and which phones have that root. */
import type { ChainLink, Target, TrustList } from '../../types.js'
import { visible } from '../text.js'
import { type Box, boxesOf, type Flag, shortSubject } from './chain.js'
import { dayLabel } from './dates.js'
import { verdictIcon } from './icons.js'
import { breakable, type Html, html, type Part } from './markup.js'
import { type Page, say } from './page.js'
import { type Os, stepsOf } from './versions.js'

const SYSTEMS: readonly Os[] = ['ios', 'android']
const OTHERS: readonly TrustList[] = ['chrome', 'mozilla', 'windows']

export function chainFigure(page: Page, target: Target): Html | null {
  if (!target.chain || target.chain.length === 0) return null
  return html`<figure class="chain-figure">
<figcaption>${say(page, (w) => w.chain.title)}</figcaption>
${chainList(page, target, target.chain, true)}
${trustBands(page, target)}
</figure>`
}

/** One list of certificates; a chain that another client or address got is drawn without the root. */
export function chainList(page: Page, target: Target, chain: readonly ChainLink[], root: boolean): Html {
  const { boxes, more } = boxesOf(target, chain)
  const rest = more > 0 && html`<li class="more">${say(page, (w) => w.chain.more(more))}</li>`
  return html`<ol class="chain">${boxes.map((box) => boxItem(page, box))}${rest}${root && rootItem(page, target)}</ol>`
}

function boxItem(page: Page, box: Box): Html {
  const { position, flags, notAfter } = box
  const missing = flags.some(({ kind }) => kind === 'missing')
  const dated = flags.some(({ kind }) => kind === 'expired' || kind === 'early')
  const sent = position === null ? null : say(page, (w) => w.chain.sentAs(position))
  return html`<li class="link ${toneOf(flags)}">${connector(page, box)}<div class="box">
<span class="role">${say(page, (w) => w.chain[box.role])}</span>
<strong class="subject">${box.name === '' ? '—' : breakable(box.name)}</strong>
${flags.map((flag) => html`<span class="flag">${flagText(page, flag)}</span>`)}
${missing ? null : html`<span class="sent">${sent}</span>`}
${notAfter && !dated ? html`<span class="sent">${say(page, (w) => w.chain.until(dayLabel(notAfter)))}</span>` : null}
</div></li>`
}

function toneOf(flags: readonly Flag[]): string {
  const kinds = flags.map(({ kind }) => kind)
  if (kinds.includes('missing')) return 'missing'
  if (kinds.includes('expired') || kinds.includes('early')) return 'bad'
  return kinds.length > 0 ? 'surplus' : 'good'
}

function flagText(page: Page, flag: Flag): Html {
  if ('date' in flag) {
    const date = dayLabel(flag.date)
    return say(page, (w) => (flag.kind === 'expired' ? w.chain.expired(date) : w.chain.early(date)))
  }
  return say(page, (w) => w.chain[flag.kind])
}

function connector(page: Page, { issuedBefore }: Box): Html | null {
  if (issuedBefore === null) return null
  return issuedBefore
    ? html`<span class="joint">${say(page, (w) => w.chain.issuedBy)}</span>`
    : html`<span class="joint broken">${say(page, (w) => w.chain.breaks)}</span>`
}

function rootItem(page: Page, { trust }: Target): Html | null {
  if (!trust) return null
  const names = [...new Set(SYSTEMS.flatMap((os) => trust[os].root ?? []))]
  if (names.length === 0) {
    return html`<li class="link missing"><span class="joint broken">${say(page, (w) => w.chain.leadsNowhere)}</span><div class="box"><span class="role">${say(page, (w) => w.chain.root)}</span><strong class="subject">${say(page, (w) => w.chain.noRoot)}</strong><span class="sent">${say(page, (w) => w.chain.noRootHint)}</span></div></li>`
  }
  return html`<li class="link anchor"><span class="joint">${say(page, (w) => w.chain.leadsTo)}</span><div class="box"><span class="role">${say(page, (w) => w.chain.root)}</span>${names.map((name) => html`<strong class="subject">${breakable(shortSubject(name))}</strong>`)}</div></li>`
}

function trustBands(page: Page, { trust }: Target): Html | null {
  if (!trust || SYSTEMS.every((os) => trust[os].root === null)) return null
  // A user's own anchor counts for every list; the first two say that it was given.
  const given = SYSTEMS.some((os) => trust[os].root !== null && trust[os].since === null)
  const others = given ? [] : OTHERS.filter((list) => trust[list].root !== null)
  return html`<div class="bands"><p class="label">${say(page, (w) => w.trust.title)}</p>
${SYSTEMS.map((os) => band(page, trust, os))}
${
  others.length > 0
    ? html`<p class="others">${say(page, (w) => w.trust.others(others.map((list) => w.trust.list[list]).join(w.listSeparator)))}</p>`
    : null
}</div>`
}

function band(page: Page, trust: NonNullable<Target['trust']>, os: Os): Html {
  const span = trust[os]
  const steps: Part = stepsOf(os, span).map(
    ({ version, trusted }) => html`<span class="step ${trusted}">${version}</span>`,
  )
  const verdict = span.root === null ? 'fail' : 'pass'
  return html`<div class="band"><p class="span">${verdictIcon(verdict)} ${spanText(page, trust, os)}</p><div class="steps" aria-hidden="true">${steps}</div></div>`
}

function spanText(page: Page, trust: NonNullable<Target['trust']>, os: Os): Html {
  const { root, ...span } = trust[os]
  const [since, until] = [span.since, span.until].map((version) =>
    version === null ? null : visible(version, 20),
  )
  return say(page, (w) => {
    const list = w.trust.list[os]
    if (root === null) return w.trust.nowhere(list)
    if (until) return w.trust.between(list, since ?? '…', until)
    return since ? w.trust.since(list, since) : w.trust.given(list)
  })
}
