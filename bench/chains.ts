/**
 * What it costs to judge a chain: reading leaf, intermediate and root (RSA 2048), building its paths, checking
 * them and matching the host. Run: `npm run tools && node --expose-gc .cache/tools/bench/chains.js`.
 */
import type { KeyObject } from 'node:crypto'
import { freshKey, makeAuthority } from '../src/demo/index.js'
import {
  anchorsOf,
  buildPaths,
  checkPath,
  forgetSignatures,
  matchHost,
  readCertificate,
} from '../src/x509/index.js'

const HOSTS = 200
const ROUNDS = 10_000
const authority = makeAuthority({ key: 'rsa-2048' })
const keys = Array.from({ length: 20 }, () => freshKey('rsa-2048'))
const leaves = Array.from(
  { length: HOSTS },
  (_, i) => authority.issue({ names: [`h${i}.test`], key: keys[i % keys.length] as KeyObject }).der,
)
const now = Date.now()

function judge(index: number): void {
  const host = `h${index % HOSTS}.test`
  const leaf = readCertificate(leaves[index % HOSTS] as Buffer)
  const others = [readCertificate(authority.intermediate.der)]
  const anchors = anchorsOf([readCertificate(authority.root.der)])
  const { paths } = buildPaths({ leaf, others, anchors })
  const valid = paths.some((path) => path.anchor !== null && checkPath(path, { at: now }).length === 0)
  if (!valid || !matchHost(leaf, host).matches) throw new Error('the chain is valid')
}

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}

for (let i = 0; i < 500; i++) judge(i)
const before = megabytes()
const start = performance.now()
for (let i = 0; i < ROUNDS; i++) {
  // Certificates are read again each time, so no signature is cached; this also drops what might be.
  if (i % 100 === 0) forgetSignatures()
  judge(i)
}
const each = (performance.now() - start) / ROUNDS
console.log(
  `chains: ${each.toFixed(3)} ms each over ${ROUNDS}, memory ${before.toFixed(0)} -> ${megabytes().toFixed(0)} MB`,
)
