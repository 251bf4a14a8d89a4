/** Two places behind different addresses, which servers show different certificates: the report names the place. */
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundle, type Issued, makeCertificate } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { fakeDns } from '../probes/fake-dns.js'
import { atEnd, REDIS, type RedisServer, startRedis, startWorker } from './world.js'

const HOST = 'api.two.example.com'
const root = makeCertificate({ subject: 'Root', ca: true })
const issuer = makeCertificate({ subject: 'CA', ca: true, issuer: root })
const leaf = makeCertificate({ names: [HOST], issuer })

const serve = (address: string, port: number, ...others: Issued[]) =>
  serveLeaf(leaf, address, port, ...others)

async function serveLeaf(own: Issued, address: string, port: number, ...others: Issued[]): Promise<number> {
  const server = createServer({ cert: bundle(own, ...others), key: own.keyPem }, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{}')
  })
  server.listen(port, address)
  await once(server, 'listening')
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

describe.skipIf(!REDIS)('two places', () => {
  let redis: RedisServer
  let port = 0
  let cwd = ''

  beforeAll(async () => {
    redis = await startRedis()
    cwd = await folder({ 'root.pem': root.pem })
    port = await serve('127.0.0.2', 0, issuer)
    // Here the intermediate is missing.
    await serve('127.0.0.3', port)
    const both = (address: string) => ({ [HOST]: { A: [address] }, 'other.example.com': { A: [address] } })
    for (const [vantage, address] of [
      ['de-frankfurt', '127.0.0.2'],
      ['cn-telecom-shanghai', '127.0.0.3'],
    ] as const) {
      const dns = await fakeDns(both(address))
      atEnd(dns.close)
      await startWorker(redis.url, vantage, ['--allow-private', '--dns', dns.server])
    }
  })

  const audit = (...more: string[]) =>
    hefa(['audit', `${HOST}:${port}`, '--via', redis.url, '--ca', 'root.pem', '--no-fetch', ...more], { cwd })

  test('that see different chains are told apart by name', async () => {
    const { stdout, status } = await audit('--format', 'json')
    const { targets, scope } = JSON.parse(stdout)
    expect(scope.vantages).toEqual(['cn-telecom-shanghai', 'de-frankfurt'])
    const [target] = targets
    const chains = target.results.find(
      ({ rule, evidence }: { rule: string; evidence?: { reason?: string } }) =>
        rule === 'vantage/consistent' && evidence?.reason === 'different-chain',
    )
    expect(chains).toMatchObject({ status: 'fail' })
    expect(chains.message).toContain('cn-telecom-shanghai: 1 certificates; de-frankfurt: 2 certificates')
    const views = Object.fromEntries(
      target.vantages.map((view: { vantage: string; chain: string[]; addresses: { address: string }[] }) => [
        view.vantage,
        { chain: view.chain.length, addresses: view.addresses.map(({ address }) => address) },
      ]),
    )
    expect(views).toEqual({
      'de-frankfurt': { chain: 2, addresses: ['127.0.0.2'] },
      'cn-telecom-shanghai': { chain: 1, addresses: ['127.0.0.3'] },
    })
    expect(status).toBe(1)
  })

  test('what one of them still shows must be renewed', async () => {
    const old = makeCertificate({
      ...{ names: [HOST], issuer },
      notAfter: new Date(Date.now() + 5.5 * 86_400_000),
    })
    const own = await serve('127.0.0.2', 0, issuer)
    await serveLeaf(old, '127.0.0.3', own, issuer)
    const place = await folder({
      'root.pem': root.pem,
      'hefa.config.json': JSON.stringify({ domains: { request: [`https://${HOST}:${own}`] } }),
    })
    const renewals = (...more: string[]) =>
      hefa(['renewals', '--via', redis.url, '--ca', 'root.pem', '--no-fetch', ...more], { cwd: place })
    const everywhere = await renewals('--within', '7d', '--format', 'json')
    const { status, stdout } = everywhere
    expect(status, everywhere.stderr).toBe(1)
    expect(JSON.stringify(JSON.parse(stdout))).toContain('"daysLeft":5')
    expect(await renewals('--within', '7d', '--vantage', 'de-frankfurt')).toMatchObject({ status: 0 })
  })

  test('are named on the page too', async () => {
    const { stdout } = await audit()
    expect(stdout).toContain('cn-telecom-shanghai')
  })

  test('can be asked one by one; facts are kept with their place', async () => {
    const { stdout, status } = await audit(
      '--vantage',
      'de-frankfurt',
      '--save-facts',
      'facts.json',
      '--format',
      'json',
    )
    expect(JSON.parse(stdout).scope.vantages).toEqual(['de-frankfurt'])
    const again = await hefa(['judge', 'facts.json', '--format', 'json'], { cwd })
    expect(again.status).toBe(status)
    expect(JSON.parse(again.stdout).targets[0].vantages).toHaveLength(1)
  })

  test('look at every share of a list', async () => {
    const request = [`https://other.example.com:${port}`, `https://${HOST}:${port}`]
    await writeFile(join(cwd, 'hefa.config.json'), JSON.stringify({ domains: { request } }))
    const shareOf = async (index: number) => {
      const flags = ['--vantage', 'de-frankfurt', '--via', redis.url, '--ca', 'root.pem', '--no-fetch']
      const ran = await hefa(['check', ...flags, '--shard', `${index}/2`, '--format', 'json'], { cwd })
      return JSON.parse(ran.stdout).targets
    }
    for (const share of [await shareOf(1), await shareOf(2)]) {
      expect(share).toHaveLength(1)
      expect(share[0].vantages).toMatchObject([
        { vantage: 'de-frankfurt', addresses: [{ state: 'answered' }] },
      ])
    }
  })

  test('a place without a worker is unknown by its name, the others are reported', async () => {
    const { stdout, stderr, status } = await audit(
      '--vantage',
      'de-frankfurt,us-east',
      '--wait',
      '3s',
      '--format',
      'json',
    )
    expect(stderr).toContain('no worker is alive in us-east')
    const [target] = JSON.parse(stdout).targets
    expect(target.vantages.find(({ vantage }: { vantage: string }) => vantage === 'us-east')).toMatchObject({
      notLooked: 'no-worker',
    })
    expect(
      target.vantages.find(({ vantage }: { vantage: string }) => vantage === 'de-frankfurt').chain,
    ).toHaveLength(2)
    // dns/private-address fails at the other place, which is harder than unknown.
    expect(status).toBe(1)
  })

  test('a worker refuses to look into its own network', async () => {
    await startWorker(redis.url, 'strict')
    const { stdout } = await audit(
      '--vantage',
      'strict',
      '--resolve',
      `${HOST}:${port}:127.0.0.2`,
      '--format',
      'json',
    )
    expect(JSON.parse(stdout).targets[0].vantages).toMatchObject([{ vantage: 'strict', notLooked: 'inside' }])
  })

  test('nor where a name leads there', async () => {
    const dns = await fakeDns({ [HOST]: { A: ['127.0.0.2'] } })
    atEnd(dns.close)
    await startWorker(redis.url, 'led', ['--dns', dns.server])
    const { stdout } = await audit('--vantage', 'led', '--format', 'json')
    const [target] = JSON.parse(stdout).targets
    expect(target.vantages[0]).not.toHaveProperty('chain')
    expect(Object.values(target.verdicts)).not.toContain('pass')
  })
})
