/** After the run: what was skipped, why, and the counts for whoever adds up several runs (HEFA_COUNTS names the file). */
import { appendFileSync } from 'node:fs'
import type { UserConsoleLog } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

/** A test file that skips prints why, so: `skipped: openssl is not installed`. */
const REASON = /^skipped: (.*)$/m

export default class SkippedReporter implements Reporter {
  readonly #reasons = new Map<string, string>()

  onUserConsoleLog({ content, taskId = '' }: UserConsoleLog): void {
    const [, reason] = REASON.exec(content) ?? []
    if (reason !== undefined) this.#reasons.set(taskId, reason)
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    const whys = new Map<string, number>()
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'pending') continue
        counts[result.state] += 1
        if (result.state !== 'skipped') continue
        const why =
          result.note ?? this.#reasons.get(module.id) ?? `no reason given in ${module.relativeModuleId}`
        whys.set(why, (whys.get(why) ?? 0) + 1)
      }
    }
    for (const [why, count] of whys) console.log(`skipped: ${count} (${why})`)
    const file = process.env.HEFA_COUNTS
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`)
  }
}
