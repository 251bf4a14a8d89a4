/** What was waived, and until when. */
import type { Words } from '../../i18n/report.js'
import type { Result } from '../../types.js'
import type { Causes } from '../causes.js'
import { isKnown, waiverOf, waiverText } from '../issues.js'
import { visible } from '../text.js'
import { heading, type Item, marked } from './items.js'
import type { Look } from './look.js'

export function waivedLines({ causes }: Causes, { words, verbose }: Look): Item[] {
  const waived = causes.flatMap((cause) => (cause.status === 'waived' ? cause.findings : []))
  const known = verbose ? [] : waived.filter(({ results }) => results.every(isKnown))
  const lines = waived
    .filter((finding) => !known.includes(finding))
    .map(({ rule, host, results }) => {
      const place = host === '' ? words.wholeConfig : visible(host, 300)
      return line(`${visible(rule, 80)} · ${place}${words.colon}${reasonText(results, words)}`)
    })
  const all = known.length > 0 ? [...lines, line(words.known(known.length))] : lines
  return all.length > 0 ? [heading(words.sections.waived), ...all] : []
}

const line = (text: string): Item => marked({ text: '~ ', tone: 'dim' }, text)

function reasonText([result]: readonly Result[], words: Words): string {
  const waiver = result ? waiverOf(result) : null
  return waiver ? waiverText(waiver, words) : ''
}
