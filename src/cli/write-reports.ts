/** The output of a run: its facts, and its reports in every requested format. */
import type { Facts, Report } from '../index.js'
import { FORMATS, type FormatName } from '../report/index.js'
import type { AuditFlags, CommonFlags } from './flags.js'
import { type Output, writeOutput, writeTexts } from './outputs.js'
import { reportOptions, type Session } from './session.js'
import { signalsEnd } from './signals.js'
import { reportInWorkspace } from './workspace.js'

/** Reports with more calls, targets or findings block the thread longer than a signal may wait. */
export const LARGE = 500

/** The same facts in the other language, for a page with both. */
export type Translated = () => Promise<Report>

export async function keepFacts(
  facts: Facts,
  { saveFacts, quiet }: AuditFlags,
  { io, words }: Session,
): Promise<void> {
  if (saveFacts === undefined) return
  const { saveFacts: asText } = await import('../index.js')
  await writeOutput({ option: '--save-facts', file: saveFacts }, asText(facts), io, words)
  if (!quiet) io.tell(words.wrote(saveFacts))
}

/** Formats shown next to the lines of a checkout. */
const AT_LINES: ReadonlySet<FormatName> = new Set<FormatName>(['github', 'sarif', 'gitlab'])

/** Writes every report to its destination. */
export async function writeReports(
  report: Report,
  flags: CommonFlags & Pick<AuditFlags, 'outputs' | 'all'> & { clients?: boolean },
  session: Session,
  translated?: Translated,
): Promise<void> {
  const render = async (output: Output<FormatName>): Promise<string> => {
    const render = await FORMATS[output.format]()
    const placed = AT_LINES.has(output.format) ? reportInWorkspace(report, session.io) : report
    return render(placed, {
      ...reportOptions(output, flags, session),
      ...(await rulesFor(output, session)),
      ...(output.format === 'html' && translated ? { other: await translated() } : {}),
    })
  }
  const isLarge = report.targets.length + report.config.length > LARGE
  const textOf = (output: Output<FormatName>) => (isLarge ? signalsEnd(() => render(output)) : render(output))
  await writeTexts(flags.outputs, textOf, session.io, session.words)
}

/** SARIF includes what each rule requires and why. */
async function rulesFor({ format }: { format: FormatName }, { language }: Session) {
  if (format !== 'sarif') return {}
  const { ruleCatalogue } = await import('../index.js')
  return { rules: await ruleCatalogue(language) }
}
