/** The page of `hefa serve` in a browser: pasted domains, dropped files, both languages, nothing from elsewhere. */
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, startServing } from '../cli/serving.js'
import { CHROMIUM, QUIET } from './chromium.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser
let serving: Serving
beforeAll(async () => {
  if (!CHROMIUM) return
  serving = await startServing()
  browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET })
})
afterAll(async () => {
  await browser?.close()
  await serving?.close()
})

async function opened(path = '/'): Promise<{ page: Page; said: string[]; elsewhere: string[] }> {
  const page = await browser.newPage()
  const [said, elsewhere]: string[][] = [[], []]
  page.on('console', (message) => said?.push(message.text()))
  page.on('pageerror', (error) => said?.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(serving.url) && !url.startsWith('data:')) elsewhere?.push(url)
  })
  await page.goto(new URL(path, serving.url).href)
  return { page, said: said ?? [], elsewhere: elsewhere ?? [] }
}

const addressOf = (id: string) => {
  const found = serving.demo.targets.find(({ host }) => host.startsWith(`${id}.`))
  return `https://${found?.host}:${found?.port}`
}

describe.skipIf(!CHROMIUM)('the page', () => {
  test('domains are pasted, and the report opens', async () => {
    const { page, said, elsewhere } = await opened()
    await page.getByLabel('Domains').fill(`${addressOf('api')}\n${addressOf('expired')}`)
    await page.getByRole('button', { name: 'Check' }).click()
    await page.waitForURL('**/report?lang=en')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Not fit for release')
    expect(said).toEqual([])
    expect(elsewhere).toEqual([])
  })

  test('in Chinese, certificate files are judged', async () => {
    const { page } = await opened('/?lang=zh')
    await page.getByLabel('域名').fill('api.shop.example')
    await page
      .getByLabel('证书文件')
      .setInputFiles({ name: 'root.pem', mimeType: 'text/plain', buffer: Buffer.from(serving.demo.ca) })
    await page.getByRole('button', { name: '检查' }).click()
    await page.waitForURL('**/report?lang=zh')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('what cannot be checked is reported, and may be tried again', async () => {
    const { page } = await opened()
    await page.getByLabel('Domains').fill('api.shop.example')
    await page
      .getByLabel('Certificate files')
      .setInputFiles({ name: 'x.pem', mimeType: 'text/plain', buffer: Buffer.from('hi') })
    await page.getByRole('button', { name: 'Check' }).click()
    await page.locator('#state.failed').waitFor()
    expect(await page.locator('#state').textContent()).toContain('x.pem')
    expect(await page.getByRole('button', { name: 'Check' }).isEnabled()).toBe(true)
  })

  test('another page can neither ask nor frame it', async () => {
    const page = await browser.newPage()
    await page.route('https://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<img src="${serving.url}probe?target=a.cn"><iframe src="${serving.url}"></iframe>`,
      }),
    )
    const statuses: Record<string, number> = {}
    page.on('response', (response) => {
      const url = response.url()
      if (url.startsWith(serving.url)) statuses[new URL(url).pathname] = response.status()
    })
    await page.goto('https://elsewhere.example/')
    await page.waitForLoadState('networkidle')
    for (const status of Object.values(statuses)) expect(status).toBe(403)
    expect(page.frames().some((frame) => frame.url().startsWith(serving.url))).toBe(false)
  })

  test('everybody can use it, in both languages', async () => {
    for (const path of ['/?lang=en', '/?lang=zh']) {
      const { page } = await opened(path)
      // The page's own policy lets no other script in: this one goes past it.
      const violations = await page.evaluate(
        `(async () => { ${await axeSource()}; return (await axe.run()).violations.map(({ id }) => id) })()`,
      )
      expect(violations).toEqual([])
    }
  })
})

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(AXE, 'utf8')
}
