/** docs/tour.md: the three jobs as they look in a terminal. HEFA_WRITE=1 writes it; the page is what the commands print. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeAuthority, type RunningServer, startServer } from '../../src/demo/index.js'
import { folder } from '../cli/hefa.js'
import { inProcess } from '../cli/in-process.js'

const NOW = new Date('2026-11-21T02:21:00Z')
const PAGE = join(import.meta.dirname, '../../docs/tour.md')
const HOSTS = ['api.example.com', 'img.example.com'] as const

const running: RunningServer[] = []
afterAll(() => Promise.all(running.map((server) => server.close())))

/** The first server forgets its intermediate, the second is in order. */
async function world() {
  const { root, intermediate, issue } = makeAuthority({ name: 'Tour', now: NOW })
  const [broken, good] = HOSTS.map((host) => issue({ names: [host] }))
  if (!broken || !good) throw new Error('no certificates')
  const servers = await Promise.all([
    startServer({ kind: 'tls', leaf: broken, others: [] }),
    startServer({ kind: 'tls', leaf: good, others: [intermediate] }),
  ])
  running.push(...servers)
  const origins = servers.map(({ port }, at) => `https://${HOSTS[at]}:${port}`)
  const resolve = servers.flatMap(({ port }, at) => ['--resolve', `${HOSTS[at]}:${port}:127.0.0.1`])
  const cwd = await folder({
    'root.pem': root.pem,
    'leaf.pem': broken.pem,
    'int.pem': intermediate.pem,
    'key.pem': broken.keyPem,
    'hefa.config.json': `${JSON.stringify({ domains: { request: origins } }, null, 2)}\n`,
  })
  const app = join(cwd, 'app/pages')
  await mkdir(app, { recursive: true })
  await writeFile(join(cwd, 'app/app.json'), '{ "pages": ["pages/index"] }')
  await writeFile(join(cwd, 'app/app.js'), 'App({})\n')
  await writeFile(join(app, 'index.wxml'), '<view />')
  const calls = [`${origins[0]}/list`, 'https://log.example.com/hit'].map(
    (url) => `    wx.request({ url: '${url}' })\n`,
  )
  await writeFile(join(app, 'index.js'), `Page({\n  onLoad() {\n${calls.join('')}  },\n})\n`)
  return { cwd, resolve }
}

test('the page is what the commands print', async () => {
  const { cwd, resolve } = await world()
  const at = ['--at', NOW.toISOString(), '--lang', 'en', '--no-progress']
  const run = async (shown: string[], hidden: string[] = []) => {
    const { status, stdout, stderr } = await inProcess([...shown, ...hidden], { cwd })
    const text = `${stderr}${stdout}`
      .replace(/:\d{1,5}…|:\d{5}\b/g, (port) => (port.endsWith('…') ? '…' : ''))
      .replaceAll(/ · [\d.]+ s$/gm, ' · 0.3 s')
      .replaceAll(`${cwd}/`, '')
    return ['```console', `$ hefa ${shown.join(' ')}`, text.trimEnd(), `$ echo $?`, String(status), '```', '']
  }
  const ca = ['--ca', 'root.pem', ...at]
  const page = [
    '# A tour',
    '',
    'The output below is real: `test/tour` runs these commands against two servers on loopback whose',
    'CA is given with `--ca`; ports are left out.',
    '',
    '## Before a release',
    '',
    ...(await run(['check'], [...resolve, ...ca])),
    '## Before a certificate is deployed',
    '',
    ...(await run(['cert', 'leaf.pem', '--domain', HOSTS[0], '--key', 'key.pem'], ca)),
    ...(await run(['chain', 'leaf.pem', '--with', 'int.pem', '--output', 'fullchain.pem'], ca)),
    ...(await run(['cert', 'fullchain.pem', '--domain', HOSTS[0], '--key', 'key.pem'], ca)),
    '## Hosts that the source calls and the lists lack',
    '',
    ...(await run(['scan', 'app', '--config', 'hefa.config.json'], at)),
  ].join('\n')
  if (process.env.HEFA_WRITE) await writeFile(PAGE, page)
  expect(page).toBe(await readFile(PAGE, 'utf8'))
})
