// node bench/measure.mjs FILE ARG...: runs hefa with these arguments and writes what the process used to FILE.
import { readFileSync, writeFileSync } from 'node:fs'
import { main } from '../dist/cli/main.js'

const [file, ...args] = process.argv.slice(2)
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  // Not maxRSS: Linux counts in it what the parent held when it forked.
  const peakKb = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: peakKb / 1024 }))
})
process.exitCode = await main(args)
