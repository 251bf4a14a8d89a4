/** What Java's TLS makes of each server, the root in its trust store. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { tool } from '../helpers/tools.js'
import type { Running } from './servers.js'
import { root } from './world.js'

/** A source file is run by a JDK alone. */
export const JDK = tool('javac') && tool('java')

const CLIENT = join(import.meta.dirname, 'Client.java')
/** Updates of one version change these lists; the table is of the ones OpenJDK 17 came with in 2025. */
const POLICY = `
jdk.certpath.disabledAlgorithms=MD2, MD5, SHA1 jdkCA & usage TLSServer, RSA keySize < 1024, DSA keySize < 1024, EC keySize < 224
jdk.tls.disabledAlgorithms=SSLv3, TLSv1, TLSv1.1, DTLSv1.0, RC4, DES, MD5withRSA, DH keySize < 1024, EC keySize < 224, 3DES_EDE_CBC, anon, NULL, ECDH
`

/** Its major version: `17`. */
export const javaVersion = (): string =>
  /version "(\d+)/.exec(spawnSync(JDK || 'java', ['-version'], { encoding: 'utf8' }).stderr)?.[1] ?? 'unknown'

/** By case: where it failed, or null where an HTTP answer came. */
export async function askJava(servers: readonly Running[]): Promise<Map<string, string | null>> {
  const folder = mkdtempSync(join(tmpdir(), 'hefa-java-'))
  try {
    writeFileSync(join(folder, 'root.pem'), root.pem)
    writeFileSync(join(folder, 'policy'), POLICY)
    const flags = [`-Djava.security.properties=${join(folder, 'policy')}`, '-XX:TieredStopAtLevel=1']
    const child = spawn(JDK || 'java', [...flags, CLIENT, join(folder, 'root.pem')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.end(servers.map(({ one, port }) => `${one.host} ${port}\n`).join(''))
    const said = new Map(
      (await text(child.stdout))
        .trim()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    )
    return new Map(
      servers.map(({ one }) => {
        const word = said.get(one.host)
        if (word === undefined) throw new Error(`Java said nothing of ${one.host}`)
        return [one.id, word === 'loads' ? null : word]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
