import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

/** Source that takes far longer to read than the test waits. */
async function longSource(): Promise<string> {
  const place = await folder({ 'app.json': '{"pages":["pages/i"]}', 'app.js': 'App({})' })
  await mkdir(join(place, 'pages'))
  const call = (index: number) => `wx.request({ url: base${index} + '/v1/' + path(${index}) })`
  const script = Array.from(
    { length: 4000 },
    (_, index) => `const base${index} = 'https://a${index}.example.com'\n${call(index)}`,
  )
  const pages = Array.from({ length: 40 }, (_, index) => `pages/p${index}`)
  await writeFile(join(place, 'app.json'), JSON.stringify({ pages }))
  await Promise.all(pages.map((page) => writeFile(join(place, `${page}.js`), script.join('\n'))))
  return place
}

describe('signals during a scan', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: a report of what was done, and the end', async (signal, status) => {
    const cwd = await longSource()
    const ran = await hefa(['scan', '.', '--format', 'json'], {
      cwd,
      started: (child) => void setTimeout(() => child.kill(signal), 700),
    })
    expect(ran.status).toBe(status)
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'unknown', scope: { files: 0 } })
  })
  test('--max-time ends it too', async () => {
    const ran = await hefa(['scan', '.', '--format', 'json', '--max-time', '0.5'], {
      cwd: await longSource(),
    })
    expect(ran.status).toBe(3)
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'unknown', scope: { files: 0 } })
  })
})
