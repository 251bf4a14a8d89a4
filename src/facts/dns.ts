/** The answers of DNS. */
export interface DnsFact {
  /** `resolve`: given by --resolve; `literal`: the host is an address; otherwise the resolver's addresses, comma separated. */
  source: 'resolve' | 'literal' | 'resolver' | 'proxy'
  resolver?: string
  a: DnsAnswer
  aaaa: DnsAnswer
  cname: string[]
}
/**
 * The answer of DNS for one name and record type. Only `nxdomain` and `no-data` are negative answers; `failed` and
 * `timeout` are no answer.
 */
export interface DnsAnswer {
  kind: 'answered' | 'no-data' | 'nxdomain' | 'failed' | 'timeout' | 'not-asked'
  addresses: string[]
  /** c-ares or errno code, for `failed`. */
  code?: string
}
