/** `hefa completion SHELL`: a self-contained script, which doesn't start hefa at every key press. */
import type { Command } from 'commander'
import type { Session } from '../session.js'
import * as values from '../values.js'

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

export function addCompletion(program: Command, session: Session, done: (status: number) => void): void {
  const { words, io, language } = session
  const command = program.command('completion').description(words.commands.completion)
  command.argument('<SHELL>', words.args.shell)
  command.action(async (asked: string) => {
    const shell = values.oneOf(words, 'SHELL', SHELLS)(asked)
    const [{ shapeOf }, { ruleCatalogue }] = await Promise.all([
      import('../completion/shape.js'),
      import('../../index.js'),
    ])
    const rules = await ruleCatalogue(language)
    const shape = shapeOf(program, { SHELL: SHELLS, ID: rules.map(({ id }) => id) })
    await io.print((await SCRIPTS[shell]())(shape))
    done(0)
  })
}

const SCRIPTS = {
  bash: async () => (await import('../completion/bash.js')).bashScript,
  zsh: async () => (await import('../completion/zsh.js')).zshScript,
  fish: async () => (await import('../completion/fish.js')).fishScript,
  powershell: async () => (await import('../completion/powershell.js')).powershellScript,
}
