/** What is already listed for a host further up on the page, and what to do first. */
import { putTo } from '../../grouping.js'
import type { Result } from '../../types.js'
import { visibleLines } from '../text.js'
import { type Html, html } from './markup.js'
import { both, type Page, say, twinOf, wordsIn } from './page.js'
import { ruleTitle } from './rule-texts.js'

/** A finding about one host. */
export interface Told {
  /** Its name on the page; for an entry without a target, the text in the config. */
  host: string
  rule: string
  /** Of its card. */
  id: string
  /** 0 is the worst. */
  urgency: number
  /** The result whose fix is reported. */
  fix: Result | null
}

/** From here on nothing needs doing: an unknown warning, a note, or a waived finding. */
const NEEDLESS = 3

/** What needs doing at each host, worst first. */
export function byHost(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const hosts = new Map<string, Told[]>()
  for (const one of told) {
    if (one.urgency >= NEEDLESS) continue
    putTo(hosts, one.host, one)
  }
  return hosts
}

/** One sentence: the first step, and how much comes after it. */
export function todoText(page: Page, told: readonly Told[]): Html {
  const [first] = told
  if (!first) return say(page, (w) => w.todo.nothing)
  const step = first.fix ? firstStep(page, first.fix) : ruleTitle(page, first.rule)
  const more = new Set(told.map(({ id }) => id)).size - 1
  return html`<b>${say(page, (w) => w.todo.lead)}</b>${step}${more > 0 && say(page, (w) => w.todo.more(more))}`
}

function firstStep(page: Page, result: Result): Html {
  return both(page, (language) => {
    const own = language === page.language ? result : twinOf(page, result)
    return visibleLines(own.fix ?? '')[0]?.replace(/[:：]$/, wordsIn(language).todo.stop) ?? ''
  })
}
