/** Names on standard input, reports line by line, shares, and proxies, as a user has them. */
import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namesIn } from '../../src/cli/stdin-names.js'
import { makeCertificate, type RunningServer, startServer } from '../../src/demo/index.js'
import { folder, hefa } from './hefa.js'

const root = makeCertificate({ subject: 'Stream Root', ca: true })
const leaf = makeCertificate({ names: ['*.stream.example', 'api.stream-shop.com'], issuer: root })
let server: RunningServer
let place: string
let flags: string[]
beforeAll(async () => {
  server = await startServer({ kind: 'tls', leaf, others: [] })
  const domains = { request: [1, 2, 3, 4, 5].map((n) => `https://${name(n)}`) }
  place = await folder({ 'root.pem': root.pem, 'hefa.config.json': JSON.stringify({ domains }) })
  flags = ['--resolve', `*:${server.port}:127.0.0.1`, '--ca', 'root.pem', '--no-fetch']
})
afterAll(() => server.close())

const name = (index: number) => `n${index}.stream.example:${server.port}`
const run = (args: string[], input: string | Buffer = '', env: Record<string, string> = {}) =>
  hefa(args, { cwd: place, input, env })
const audit = (input: string | Buffer, ...more: string[]) =>
  run(['audit', '-', '--format', 'ndjson', ...flags, ...more], input)
const linesOf = (stdout: string) => {
  expect(stdout).toMatch(/\n$/)
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line))
}
const hostsOf = (stdout: string): string[] =>
  linesOf(stdout)
    .filter(({ type }) => type === 'target')
    .map(({ host }) => host)

describe('hefa audit -', () => {
  test('one line a target, then the summary; blank lines and comments left out', async () => {
    const { status, stdout, stderr } = await audit(
      `\ufeff# ours\r\n${name(1)}\r\n\r\n  ${name(2)}  \n${name(3)}`,
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const lines = linesOf(stdout)
    expect(lines.map(({ type }) => type)).toEqual(['target', 'target', 'target', 'summary'])
    expect(hostsOf(stdout).sort()).toEqual(['n1.stream.example', 'n2.stream.example', 'n3.stream.example'])
    expect(lines.at(-1)).toMatchObject({ schemaVersion: 1, exitCode: 0, config: [] })
    expect(lines.at(-1)).not.toHaveProperty('targets')
  })

  test('bad ones are reported with their line, and are findings', async () => {
    const { status, stdout, stderr } = await audit(
      `${name(1)}\nhttp://plain.example.com\n${'x'.repeat(5000)}\n`,
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^hefa: line 2: .*http:\/\/plain\.example\.com/m)
    expect(stderr).toMatch(/^hefa: line 3: /m)
    expect(stderr.length).toBeLessThan(3000)
    const rules = linesOf(stdout)
      .at(-1)
      .config.map(({ rule }: { rule: string }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['domain/scheme', 'domain/syntax']))
  })

  test('other formats get every target at the end', async () => {
    const { status, stdout } = await run(
      ['audit', '-', '--format', 'json', ...flags],
      `${name(2)}\n${name(1)}\n`,
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout).targets.map(({ host }: { host: string }) => host)).toEqual([
      'n2.stream.example',
      'n1.stream.example',
    ])
  })

  test.each([
    [['audit', '-', 'a.example.com'], 'cannot be combined'],
    [['audit', '-'], 'no names'],
    [['audit', '-', '--save-facts', 'f.json'], '--save-facts'],
  ])('%j is a mistake', async (args, why) => {
    const ran = await run(args)
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(why)
  })
})

describe('hefa check --format ndjson', () => {
  test('tells targets as they are done, and everything else last', async () => {
    const { status, stdout } = await run(['check', '--format', 'ndjson', ...flags])
    expect(status).toBe(0)
    const lines = linesOf(stdout)
    expect(lines.at(-1).type).toBe('summary')
    const json = JSON.parse((await run(['check', '--format', 'json', ...flags])).stdout)
    expect(hostsOf(stdout).sort()).toEqual(json.targets.map(({ host }: { host: string }) => host).sort())
    expect(Object.keys({ ...lines.at(-1), targets: [] }).sort()).toEqual(
      [...Object.keys(json), 'type'].sort(),
    )
  })

  test('beside another format, and in a file', async () => {
    const files = [
      '--format',
      'ndjson',
      '--output',
      'all.ndjson',
      '--format',
      'ndjson',
      '--format',
      'json',
      '--output',
      'all.json',
    ]
    const { stdout } = await run(['check', ...files, ...flags])
    expect(hostsOf(stdout)).toHaveLength(5)
    const { readFileSync } = await import('node:fs')
    expect(hostsOf(readFileSync(`${place}/all.ndjson`, 'utf8'))).toHaveLength(5)
    expect(JSON.parse(readFileSync(`${place}/all.json`, 'utf8')).targets).toHaveLength(5)
  })
})

describe('--shard', () => {
  test('shares hold every target once, in the order of the config', async () => {
    const share = async (text: string) => {
      const { stdout } = await run(['check', '--format', 'json', '--shard', text, ...flags])
      const { targets, config } = JSON.parse(stdout)
      expect(config.length).toBeGreaterThan(0)
      expect(config.filter(({ status }: { status: string }) => status === 'fail')).toEqual([])
      return targets.map(({ host }: { host: string }) => host.split('.')[0])
    }
    expect(await share('1/2')).toEqual(['n1', 'n3', 'n5'])
    expect(await share('2/2')).toEqual(['n2', 'n4'])
    expect(await share('6/6')).toEqual([])
  })

  test.each(['0/2', '3/2', '1', '1/0', '-1/2', 'a/b', '1/2/3', ''])('%j is a mistake', async (text) => {
    const ran = await run(['check', `--shard=${text}`])
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain('--shard')
  })
})

describe('a proxy', () => {
  async function proxy(answer: string) {
    const asked: string[] = []
    const listener = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.once('data', (head) => {
        asked.push(head.toString('latin1'))
        if (answer !== '') return socket.end(answer)
        const far = dial(server.port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n')
          socket.pipe(far).pipe(socket)
        })
        far.on('error', () => socket.destroy())
        socket.on('close', () => far.destroy())
      })
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    return { asked, port, close: () => listener.close() }
  }
  const AUDIT = ['audit', 'api.stream-shop.com', '--ca', 'root.pem', '--no-fetch', '--format', 'json']

  test('named by the flag: the report is as without one, but for DNS', async () => {
    const { port, asked, close } = await proxy('')
    const ran = await run([...AUDIT, '--proxy', `http://me:s%40cret@127.0.0.1:${port}`])
    close()
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' })
    const [target] = JSON.parse(ran.stdout).targets
    expect(target.addresses).toBeUndefined()
    const dns = target.results.filter(({ rule }: { rule: string }) => /^dns\/(resolves|private)/.test(rule))
    expect(dns.map(({ status }: { status: string }) => status)).toEqual(['not-applicable', 'not-applicable'])
    expect(asked[0]).toContain(
      `Proxy-Authorization: Basic ${Buffer.from('me:s@cret').toString('base64')}\r\n`,
    )
    expect(ran.stdout).not.toContain('cret@')
  })

  test('named by the environment, told without its password; NO_PROXY and loopback go past it', async () => {
    const { port, asked, close } = await proxy('HTTP/1.1 403 Forbidden\r\n\r\n')
    const env = { HTTPS_PROXY: `http://me:secret@127.0.0.1:${port}` }
    const refused = await run(AUDIT, '', env)
    expect(refused.status).toBe(3)
    expect(refused.stderr).toBe(`note: going through the proxy 127.0.0.1:${port} that HTTPS_PROXY names\n`)
    expect(refused.stdout).toContain('proxy:403')
    expect(`${refused.stdout}${refused.stderr}`).not.toContain('secret')
    const count = asked.length
    expect(count).toBeGreaterThan(0)
    await run([...AUDIT, '--dns', '127.0.0.1:1', '--timeout', '1'], '', {
      ...env,
      no_proxy: 'stream-shop.com',
    })
    const given = await run(['audit', name(1), ...flags, '--quiet'], '', env)
    close()
    expect(given).toMatchObject({ status: 0, stderr: '' })
    expect(asked).toHaveLength(count)
  })

  test.each([
    ['socks5://secret@h:1080', 'only http://'],
    ['http://', 'not http://'],
    ['http://secret:pass word@h:80/path', 'not http://'],
    ['', 'empty'],
  ])('--proxy %j is a mistake, and never repeated', async (text, why) => {
    const ran = await run(['check', `--proxy=${text}`])
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(`--proxy: ${why}`)
    expect(ran.stderr).not.toContain('secret')
  })

  test('a mistake in the environment names the variable', async () => {
    const ran = await run(AUDIT, '', { https_proxy: 'https://h:1' })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain('https_proxy: only http://')
  })
})

describe('lines', () => {
  const read = async (...pieces: (string | Buffer)[]) => {
    async function* all() {
      for (const piece of pieces) yield Buffer.from(piece)
    }
    const found = []
    for await (const { line, text } of namesIn(all(), (line, { fault }) => new Error(`${line} ${fault}`)))
      found.push(`${line} ${text}`)
    return found
  }

  test('count from 1, whatever the pieces', async () => {
    expect(await read('a\n\n#c\nb')).toEqual(['1 a', '4 b'])
    expect(await read('a', 'b\r', '\nc', '\n')).toEqual(['1 ab', '2 c'])
    expect(await read()).toEqual([])
  })

  test('a character cut between pieces is whole again', async () => {
    const bytes = Buffer.from('例え.jp\n')
    expect(await read(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4))).toEqual(['1 例え.jp'])
  })

  test('a line may hold several, however they are separated', async () => {
    expect(await read('a.cn;b.cn, c.cn\nd.cn、e.cn # f')).toEqual([
      '1 a.cn',
      '1 b.cn',
      '1 c.cn',
      '2 d.cn',
      '2 e.cn',
    ])
  })

  test('nothing is dropped in silence', async () => {
    await expect(read(...Array<string>(100).fill('x'.repeat(1000)), '\nb\n')).rejects.toThrow('1 too-long')
    await expect(read('a\nhttps://a.cnhttps://b.cn')).rejects.toThrow('2 two')
  })
})
