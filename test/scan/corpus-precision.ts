/** docs/scan-precision.md: how much of what is called is found, and how much of what is found is called. */
import type { ProjectFacts } from '../../src/facts/index.js'
import { callHead, urlText } from './corpus-lines.js'
import type { CorpusProject } from './corpus-project.js'

export interface Count {
  group: string
  /** Calls found and true, and those of them whose URL is reported whole. */
  calls: number
  resolved: number
  /** URLs (call, API and text) found and true. */
  urls: number
  /** Calls and URLs found that are none. */
  invented: number
  /** Calls and URLs that are there and are not found. */
  missed: number
}

const numeric = ['calls', 'resolved', 'urls', 'invented', 'missed'] as const

/** Calls and their URLs as plain texts, from the listing's lines. */
function told(lines: readonly string[]): Set<string> {
  return new Set(
    lines
      .filter((line) => line.startsWith('call '))
      .flatMap((line) => {
        const [head = '', ...parts] = line.split(' | ')
        const call = head.split(' ').slice(0, 3).join(' ')
        const urls = parts
          .filter((part) => /^\w+:/.test(part))
          .map((part) => `${call} ${part.split(' @')[0]}`)
        return [call, ...urls]
      }),
  )
}

export function countOf({ group, expected, missed }: CorpusProject, { calls }: ProjectFacts): Count {
  const wanted = told([...expected, ...missed])
  const heads = [...new Set(calls.map(callHead))]
  const urls = [
    ...new Set(calls.flatMap((call) => call.urls.map((url) => `${callHead(call)} ${urlText(url)}`))),
  ]
  const found = [...heads, ...urls]
  return {
    group,
    calls: heads.filter((head) => wanted.has(head)).length,
    resolved: calls.filter((call) => wanted.has(callHead(call)) && call.undetermined === null).length,
    urls: urls.filter((url) => wanted.has(url)).length,
    invented: found.filter((one) => !wanted.has(one)).length,
    missed: [...wanted].filter((one) => !found.includes(one)).length,
  }
}

function sum(counts: readonly Count[]): Omit<Count, 'group'> {
  const total = { calls: 0, resolved: 0, urls: 0, invented: 0, missed: 0 }
  for (const count of counts) for (const key of numeric) total[key] += count[key]
  return total
}

const share = (part: number, whole: number) =>
  `${whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10} %`

export function summary(counts: readonly Count[]): string {
  const { calls, resolved, urls, invented, missed } = sum(counts)
  const found = calls + urls
  return (
    `${counts.length} projects, ${calls} calls with ${urls} URLs found, ${invented} invented, ${missed} missed: ` +
    `precision ${share(found, found + invented)}, recall ${share(found, found + missed)}; ` +
    `${resolved} of ${calls} calls resolved whole`
  )
}

export function precisionPage(counts: readonly Count[]): string {
  const groups = [...new Set(counts.map(({ group }) => group))].sort()
  const rows = groups.map((group) => {
    const own = counts.filter((count) => count.group === group)
    const total = sum(own)
    return `| ${[group, own.length, ...numeric.map((key) => total[key])].join(' | ')} |`
  })
  return `# How exact a scan is

Counted over the corpus in \`test/scan/corpus\`: small projects whose every call was written down by hand before the
program read them. A call or URL found that isn't in a listing is *invented*; one in a listing that isn't found is
*missed*. A call is *resolved* when every URL it can have is reported; the others are reported as not determined, which the
listings demand as well: those projects ask for what only a server or a storage knows. Made by the corpus's test.

| group | projects | calls | resolved | URLs | invented | missed |
| --- | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

${summary(counts)}.
`
}
