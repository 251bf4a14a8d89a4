/** `hefa demo`: the same audit as `check`, against servers started on this machine. */
import type { Command } from 'commander'
import { padEnd } from '../../report/width.js'
import { type AuditFlags, addOutputFlags, type CommonFlags, commonFlags, FORMAT_NAMES } from '../flags.js'
import { tellProblems } from '../problems.js'
import type { Session } from '../session.js'
import { resolveEntry } from '../values.js'

/** One of the servers never answers; don't wait for it long. */
const TIMEOUT_MS = 2000

export function addDemo(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('demo').description(words.commands.demo)
  command.optionsGroup(words.help.groups.report)
  const outputs = addOutputFlags(command, FORMAT_NAMES, 'pretty', words)
  command.action(async () => {
    const { startDemo } = await import('../../demo/index.js')
    const demo = await startDemo()
    try {
      done(await runDemo(demo, { ...commonFlags(command), outputs: outputs() }, session))
    } finally {
      await demo.close()
    }
  })
}

type Demo = Awaited<ReturnType<typeof import('../../demo/index.js').startDemo>>

async function runDemo(
  demo: Demo,
  flags: CommonFlags & Pick<AuditFlags, 'outputs'>,
  session: Session,
): Promise<number> {
  const { io, words, language } = session
  const { loadConfig } = await import('../../index.js')
  const loaded = await loadConfig('<demo>', { cwd: io.cwd, language, text: demo.config })
  if ('problems' in loaded) return tellProblems(loaded.problems, io)
  // If the report is for a program, standard output must contain nothing else.
  const page = flags.outputs.every(({ format, file }) => format === 'pretty' && file === undefined)
  const say = (text: string) => (page ? io.print(`${text}\n`) : Promise.resolve(flags.quiet || io.tell(text)))
  await say(introduction(demo, session))

  const [{ writeReports, gatherShown, judged }, { pemAnchors }] = await Promise.all([
    import('../audit-run.js'),
    import('../ca.js'),
  ])
  const started = Date.now()
  const resolve = demo.resolve.map(resolveEntry(words))
  const setting = { ca: pemAnchors(demo.ca), resolve, timeoutMs: TIMEOUT_MS, signal: io.signal }
  const facts = await gatherShown(loaded.config, setting, flags, session)
  const settings = { at: started, language, durationMs: Date.now() - started }
  const { report, translated } = await judged(facts, settings)
  await writeReports(report, flags, session, translated)
  await say(`\n${words.demo.ended(report.exitCode)}`)
  return 0
}

function introduction({ targets }: Demo, { words, language }: Session): string {
  const names = targets.map(({ host, port }) => `${host}:${port}`)
  const column = Math.max(0, ...names.map((name) => name.length)) + 2
  const lines = targets.map(({ title }, at) => `  ${padEnd(names[at] ?? '', column)}${title[language]}`)
  return [words.demo.intro(targets.length), '', ...lines, ''].join('\n')
}
