/** `--jobs N`: worker threads that share the work of a long run. */
import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import type { CliWords } from '../i18n/cli.js'
import { UsageError } from './usage-error.js'
import { wholeNumber } from './values.js'

/** Each thread has its own heap and a copy of the program. */
const MOST_JOBS = 64
/** More threads compete for memory bandwidth instead of sharing the work. */
const MOST_BY_DEFAULT = 4

/** One processor is left for everything else on the machine. */
export const defaultJobs = (): number => Math.max(1, Math.min(MOST_BY_DEFAULT, availableParallelism() - 1))

/**
 * Threads that read source. V8 compiles and collects garbage on another processor: if there are only two, a second reading thread
 * takes that one, and costs a third more without finishing sooner.
 */
export const readingJobs = (jobs = defaultJobs(), processors = availableParallelism()): number =>
  Math.min(jobs, Math.max(1, processors - 1))

export function addJobs(command: Command, words: CliWords): void {
  const whole = wholeNumber(words, '--jobs')
  const parse = (text: string): number => {
    const jobs = whole(text)
    if (jobs > MOST_JOBS) throw new UsageError(words.tooLarge('--jobs', text, MOST_JOBS))
    return jobs
  }
  command.addOption(new Option('--jobs <N>', words.flags.jobs).argParser(parse))
}
