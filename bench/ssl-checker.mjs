// node bench/ssl-checker.mjs PORT HOSTS: npm's ssl-checker over the hosts of the benchmark, all at once: one handshake
// and one HEAD request each. Fails when one of them was not answered.
import { sslChecker } from 'ssl-checker'

const [port, hosts] = process.argv.slice(2).map(Number)
const loopback = { address: '127.0.0.1', family: 4 }
const lookup = (_, { all }, done) =>
  all ? done(null, [loopback]) : done(null, loopback.address, loopback.family)
const answers = await Promise.all(
  Array.from({ length: hosts }, (_, index) => sslChecker(`h${index}.shop.example`, { port, lookup })),
)
const bad = answers.find((answer) => typeof answer?.daysRemaining !== 'number')
if (bad) throw new Error(`not checked: ${JSON.stringify(bad)}`)
