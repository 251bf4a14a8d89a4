// Gather once, judge twice: as of now, and as of a day in the future. No second look at the network.
// node examples/facts.mjs CONFIG DAYS [HOST:PORT:ADDRESS]
import { gather, judge, loadConfig } from 'hefa'

const [path, days = '30', resolve] = process.argv.slice(2)
const loaded = await loadConfig(path)
if ('problems' in loaded) throw new Error(loaded.problems[0]?.message)

const [host, port, address] = resolve?.split(':') ?? []
const facts = await gather(loaded.config, {
  timeoutMs: 5000,
  resolve: host && port && address ? [{ host, port: Number(port), addresses: [address] }] : [],
})
const now = Date.now()
for (const at of [now, now + Number(days) * 86_400_000]) {
  const report = await judge(facts, { at, language: 'en' })
  const expired = report.targets.flatMap(({ results }) =>
    results.filter(({ rule, status }) => rule === 'certificate/validity' && status === 'fail'),
  )
  console.log(`${report.at.slice(0, 10)}: ${report.verdict}, ${expired.length > 0 ? 'expired' : 'valid'}`)
}
