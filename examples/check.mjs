// hefa as a library: read a config, audit it, print one line per platform.
// node examples/check.mjs CONFIG [HOST:PORT:ADDRESS]
import { check, loadConfig } from 'hefa'

const [path, resolve] = process.argv.slice(2)
const loaded = await loadConfig(path)
if ('problems' in loaded) {
  for (const { file, line, column, message } of loaded.problems) {
    console.error(`${file}:${line}:${column}: ${message}`)
  }
  process.exit(2)
}

const [host, port, address] = resolve?.split(':') ?? []
const report = await check(loaded.config, {
  timeoutMs: 5000,
  resolve: host && port && address ? [{ host, port: Number(port), addresses: [address] }] : [],
})
for (const [platform, verdict] of Object.entries(report.verdicts)) console.log(`${platform}: ${verdict}`)
process.exitCode = report.exitCode
