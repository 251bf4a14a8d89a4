/** Vitest's own, and at the end a line for each reason why tests were skipped. HEFA_COUNTS names a file for the counts. */
import { appendFileSync } from 'node:fs'
import type { SerializedError, UserConsoleLog } from 'vitest'
import { DefaultReporter, type TestModule, type TestRunEndReason } from 'vitest/node'

/** What `skipped` of `helpers/tools.ts` prints. */
const REASON = /^skipped: (.*)$/m

export default class Reporter extends DefaultReporter {
  readonly #reasons = new Map<string, Set<string>>()

  override onUserConsoleLog(log: UserConsoleLog): void {
    const [, reason] = REASON.exec(log.content) ?? []
    if (reason === undefined || log.taskId === undefined) super.onUserConsoleLog(log)
    else this.#reasons.set(log.taskId, (this.#reasons.get(log.taskId) ?? new Set()).add(reason))
  }

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(modules, errors, reason)
    const counts = { passed: 0, failed: errors.length, skipped: 0 }
    const skipped = new Map<string, number>()
    for (const module of modules) {
      counts.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'pending') continue
        counts[state] += 1
        if (state === 'skipped') count(skipped, this.#whySkipped(module))
      }
    }
    for (const [why, times] of skipped) this.log(`skipped: ${times} (${why})`)
    const file = process.env.HEFA_COUNTS
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`)
  }

  #whySkipped({ id, relativeModuleId }: TestModule): string {
    return [...(this.#reasons.get(id) ?? [`${relativeModuleId} gives no reason`])].join('; ')
  }
}

const count = (counts: Map<string, number>, what: string): void =>
  void counts.set(what, (counts.get(what) ?? 0) + 1)
