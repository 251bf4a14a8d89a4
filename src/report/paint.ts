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
  return {
    error: chalk.red,
    warning: chalk.yellow,
    unknown: chalk.magenta,
    good: chalk.green,
    strong: chalk.bold,
    dim: chalk.dim,
  }
}
