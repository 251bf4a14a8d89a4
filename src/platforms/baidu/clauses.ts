/** What Baidu requires under each rule, and the sentence behind it. Its page says nothing about certificates. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows, said, told } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

export const rows: Rows = {
  ...nothingSaid(follows('baidu.schemes')),
  ...perApiRows('baidu', {
    listed: told('baidu.only-listed'),
    schemes: told('baidu.schemes'),
    noAddress: told('baidu.no-address'),
    port: { ports: 'forbid', said: said('baidu.no-address') },
    forbidden: { said: said('baidu.forbidden-host'), hosts: ['openapi.baidu.com'] },
    limit: told('baidu.limit'),
    filing: told('baidu.filing'),
    timeout: told('baidu.timeout'),
    referer: said('baidu.referer'),
  }),
}
