/** `hefa audit DOMAIN...`: a one-off audit without a config. */
import type { Command } from 'commander'
import { visible } from '../../report/text.js'
import { type AuditFlags, addAuditFlags } from '../flags.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'

export function addAudit(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const command = program.command('audit').description(words.commands.audit)
  command.argument('<DOMAIN...>', words.args.domains)
  const flagsOf = addAuditFlags(command, words)
  command.action(async (domains: string[]) => {
    const flags = flagsOf()
    if (domains.includes('-')) {
      if (domains.length > 1) throw new UsageError(words.stdinNames.alone)
      const { runStream } = await import('../stream-run.js')
      return done(await runStream(flags, session))
    }
    done(await auditDomains(domains, flags, session))
  })
}

async function auditDomains(domains: string[], flags: AuditFlags, session: Session): Promise<number> {
  const { words, io, language } = session
  const { auditConfig } = await import('../../index.js')
  const { platforms } = flags
  const made = await auditConfig(domains, platforms ? { platforms, language } : { language })
  if ('problems' in made) throw new UsageError(made.problems.map(({ message }) => message).join('; '))
  if (!flags.quiet) for (const note of made.notes) io.tell(words.note(visible(note)))
  const { auditAndReport } = await import('../audit-run.js')
  return auditAndReport(made.config, flags, session)
}
