import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { DnsAnswer, DnsFact } from '../../../src/facts/index.js'
import { A_NAME } from '../../presuppositions.js'

const silent = ({ kind }: DnsAnswer) => kind === 'timeout' || kind === 'failed'
const unasked = ({ kind }: DnsAnswer) => kind === 'not-asked'
const how = ({ kind, code }: DnsAnswer) => code ?? kind

/** The host name must have an address. */
export default defineRule({
  id: 'dns/resolves',
  subject: 'target',
  presupposes: A_NAME,
  needs: ['dns'],
  evidence: evidence<{
    pass: { addresses: string[]; cname: string[] }
    nxdomain: { resolver: string }
    'no-address': { resolver: string; cname: string[] }
    'no-answer': { resolver: string; cause: string }
    'aaaa-no-answer': { resolver: string; cause: string }
  }>(),
  reasons: { nxdomain: 'fail', 'no-address': 'fail', 'no-answer': 'unknown', 'aaaa-no-answer': 'unknown' },
  judge({ dns }) {
    if (dns.source === 'proxy' || dns.source === 'literal') return [notApplicable]
    const addresses = [...dns.a.addresses, ...dns.aaaa.addresses]
    const resolver = dns.resolver ?? ''
    if (silent(dns.a)) return [unknown('no-answer', { resolver, cause: how(dns.a) })]
    if (addresses.length > 0) {
      const found = pass({ addresses, cname: dns.cname })
      return silent(dns.aaaa) ? [unknown('aaaa-no-answer', { resolver, cause: how(dns.aaaa) })] : [found]
    }
    return [withoutAddress(dns, resolver)]
  },
})

function withoutAddress(dns: DnsFact, resolver: string) {
  // RFC 8020: NXDOMAIN holds for the name, whatever the record type; some servers return it wrongly, but only for AAAA.
  if (dns.a.kind === 'nxdomain') return fail('nxdomain', { resolver })
  const open = [dns.a, dns.aaaa].find((answer) => silent(answer) || unasked(answer))
  if (open) return unknown('no-answer', { resolver, cause: how(open) })
  if (dns.aaaa.kind === 'nxdomain') return fail('nxdomain', { resolver })
  return fail('no-address', { resolver, cname: dns.cname })
}
