// node bench/measure.mjs FILE ARG...: runs hefa with these arguments and writes what the process used to FILE.
import { writeFileSync } from 'node:fs'
import { main } from '../dist/cli/main.js'

const [file, ...args] = process.argv.slice(2)
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: maxRSS / 1024 }))
})
process.exitCode = await main(args)
