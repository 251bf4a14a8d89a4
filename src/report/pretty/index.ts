/**
 * The report for people at release time: is it fit, what is wrong (worst first, each cause once), what is worth
 * knowing, what was all right, and what the exit status means. Causes are chosen, turned into items, and drawn last.
 */
import type { Report } from '../../types.js'
import { causesOf } from '../causes.js'
import type { ReportOptions } from '../options.js'
import { paintFor } from '../paint.js'
import { clientLines } from './clients.js'
import { domainLines } from './domains.js'
import { draw } from './draw.js'
import { head } from './head.js'
import { lastLines } from './last.js'
import { lookOf } from './look.js'
import { noteLines } from './notes.js'
import { problemBlocks } from './problems.js'
import { scanLines } from './scan.js'
import { summaryOf } from './summary.js'
import { waivedLines } from './waived.js'

export function renderPretty(report: Report, options: ReportOptions): string {
  const look = lookOf(options)
  const causes = causesOf(report)
  const summary = summaryOf(report, causes, look)
  const blocks = [
    head(summary, causes, look),
    ...problemBlocks(causes, report.platforms, look),
    noteLines(causes, look),
    waivedLines(causes, look),
    scanLines(report, look),
    domainLines(report.targets, look),
    options.clients ? clientLines(report, options.language) : [],
    lastLines(summary, look),
  ]
  return draw(blocks, look.width, paintFor(options.color))
}
