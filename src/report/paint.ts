import { Chalk } from 'chalk'

/** Styles by what they mean; without colour each returns its text unchanged. */
export interface Paint {
  error: (text: string) => string
  warning: (text: string) => string
  unknown: (text: string) => string
  good: (text: string) => string
  strong: (text: string) => string
  dim: (text: string) => string
}

export function paintFor(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  // Chalk joins all its arguments, and `map` hands over three.
  const only = (style: (text: string) => string) => (text: string) => style(text)
  return {
    error: only(chalk.red),
    warning: only(chalk.yellow),
    unknown: only(chalk.magenta),
    good: only(chalk.green),
    strong: only(chalk.bold),
    dim: only(chalk.dim),
  }
}
