/** After its handshake a TLS 1.3 server may send tickets for later sessions: as many as it likes. */
import { describe, expect, test } from 'vitest'
import { makeAuthority } from '../../src/demo/index.js'
import type { Report } from '../../src/types.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { tool } from '../helpers/tools.js'
import { opensslServer } from '../probes/real-servers.js'

const openssl = tool('openssl')
const HOST = 'tickets.hostile.example'

describe.skipIf(!openssl)('openssl s_server', () => {
  test('a thousand tickets change nothing', async () => {
    const { root, intermediate, issue } = makeAuthority({ name: 'Tickets' })
    const args = ['-tls1_3', '-num_tickets', '1000', '-www']
    const server = await opensslServer(openssl ?? '', issue({ names: [HOST] }), args, [intermediate])
    try {
      const place = await folder({ 'ca.pem': root.pem })
      const target = `${HOST}:${server.port}`
      const { stdout, status } = await hefa(
        [
          ...['audit', target, '--resolve', `${target}:127.0.0.1`],
          ...['--ca', 'ca.pem', '--format', 'json', '--timeout', '20'],
        ],
        { cwd: place },
      )
      const report = JSON.parse(stdout) as Report
      const http = report.targets[0]?.results.find(({ rule }) => rule === 'http/status')
      expect({ status, verdict: report.verdicts['wechat-ios'], http: http?.status }).toEqual({
        ...{ status: 0, verdict: 'pass', http: 'pass' },
      })
    } finally {
      await server.close()
    }
  })
})
