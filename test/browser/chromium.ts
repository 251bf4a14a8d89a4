/** A real browser for the HTML report: Debian's Chromium, driven without anything downloaded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { tool } from '../helpers/tools.js'

export const CHROMIUM = tool('chromium')

export interface Opened {
  page: Page
  /** What the page said to the console, and errors it did not catch. */
  said: string[]
  /** Every address that was asked for beside the page itself. */
  asked: string[]
}

export interface Surfer {
  open(html: string, options?: BrowserContextOptions): Promise<Opened>
  close(): Promise<void>
}

export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function startSurfer(): Promise<Surfer> {
  const folder = mkdtempSync(join(tmpdir(), 'hefa-browser-'))
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', headless: true, args: QUIET })
  const contexts: BrowserContext[] = []
  return {
    async open(html, options = {}) {
      const file = join(folder, `${contexts.length}.html`)
      writeFileSync(file, html)
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      contexts.push(context)
      const opened = await watched(context)
      await opened.page.goto(pathToFileURL(file).href)
      return opened
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing but the page's own file gets through. */
async function watched(context: BrowserContext): Promise<Opened> {
  const page = await context.newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await context.route('**/*', (route) => {
    const request = route.request()
    if (request.isNavigationRequest() && request.url().startsWith('file:')) return route.continue()
    asked.push(request.url())
    return route.abort()
  })
  return { page, said, asked }
}
