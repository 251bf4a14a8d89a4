import { renewalWords } from '../../i18n/renewals.js'
import { wordsOf } from '../../i18n/report.js'
import { minuteLabel } from '../labels.js'
import { inline } from '../markdown/escape.js'
import type { TextOptions } from '../options.js'
import type { Renewal, RenewalPlan } from './types.js'
import { dayOf, hostsText, scopeTexts, shortName, spanText, usedBy } from './words.js'

const HOSTS = 8
/** Rows: a comment or a job summary shows no more. */
const MOST = 500

export function markdownRenewals(plan: RenewalPlan, { language }: TextOptions): string {
  const [words, common] = [renewalWords(language), wordsOf(language)]
  const { columns } = words
  const cellsOf = (renewal: Renewal) => [
    [
      hostsText(renewal, HOSTS, words, common.listSeparator),
      ...scopeTexts(renewal, words, common.listSeparator),
    ]
      .map((text) => inline(text))
      .join('<br>'),
    dayOf(renewal.expires),
    renewal.state === 'expired' ? words.state.expired : words.days(renewal.daysLeft),
    words.days(Math.round(renewal.lifetimeDays)),
    inline(shortName(renewal.issuer)),
    inline(usedBy(renewal, common.listSeparator, common.colon).join(common.clauseSeparator)),
    renewal.state === 'later'
      ? words.renewFrom(dayOf(renewal.renewFrom))
      : `**${words.state[renewal.state]}**`,
  ]
  const header = [
    columns.host,
    columns.expires,
    columns.left,
    columns.lifetime,
    columns.issuer,
    words.usedBy,
    '',
  ]
  const rows = [header, header.map(() => '---'), ...plan.renewals.slice(0, MOST).map(cellsOf)]
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const within = plan.withinSeconds === null ? '' : spanText(plan.withinSeconds, words)
  const none = within === '' ? words.none : words.noneInside(within)
  const rest = plan.renewals.length - MOST
  const open = plan.unseen.map(({ host, reason, message }) => {
    return `- ${inline(host)}${common.colon}${inline(message === '' ? words.unseenReason[reason] : message)}`
  })
  const parts = [
    [words.certificates(plan.renewals.length), common.asOf(minuteLabel(plan.at))].join(' · '),
    plan.renewals.length > 0 ? table : none,
    ...(rest > 0 ? [words.more(rest)] : []),
    ...(open.length > 0 ? [`**${words.unseen}**`, open.join('\n')] : []),
    ...(plan.laterCount > 0 ? [words.later(plan.laterCount, within)] : []),
    plan.exitCode === 0 && open.length > 0 ? words.allowed : words.exit[plan.exitCode],
  ]
  return `${parts.join('\n\n')}\n`
}
