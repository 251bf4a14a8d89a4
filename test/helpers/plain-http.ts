/** A plain HTTP server on loopback, as the addresses in certificates name one. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
}
export type Pages = Record<
  string,
  Reply | ((request: http.IncomingMessage, response: http.ServerResponse) => void)
>

export interface PlainServer {
  port: number
  /** Method and path of everything that was asked, in order. */
  asked: string[]
  /** Bodies of what was POSTed. */
  posted: Buffer[]
  close(): Promise<void>
}

/** A path that isn't a page is 404. */
export async function plainServer(pages: Pages): Promise<PlainServer> {
  const asked: string[] = []
  const posted: Buffer[] = []
  const server = http.createServer(async (request, response) => {
    const path = request.url ?? ''
    asked.push(`${request.method} ${path}`)
    if (request.method === 'POST') posted.push(Buffer.concat(await request.toArray()))
    const page = Object.hasOwn(pages, path) ? pages[path] : (pages['*'] ?? { status: 404 })
    if (typeof page === 'function') return page(request, response)
    response.writeHead(page?.status ?? 200, page?.headers).end(page?.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { port, asked, posted, close }
}
