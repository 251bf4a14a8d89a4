/** Questions on a terminal. */
import { createInterface } from 'node:readline/promises'

export interface Asker {
  /** Null at the end of the input. An empty line means `fallback`. */
  ask(question: string, fallback: string): Promise<string | null>
  close(): void
}

/** Prompts go to standard error: standard output is for other programs. */
export function terminalAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new Promise<null>((done) => lines.once('close', () => done(null)))
  // The terminal is in raw mode here: Ctrl-C arrives as a key, not as a signal.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  return {
    async ask(question, fallback) {
      const shown = fallback === '' ? `${question}: ` : `${question} [${fallback}]: `
      const answer = await Promise.race([lines.question(shown).catch(() => null), ended])
      return answer === null ? null : answer.trim() || fallback
    },
    close: () => lines.close(),
  }
}
