/** Names and dates. */
import { at, hostOf, type OracleCase, server } from '../world.js'

const named = (id: string, what: string, names: string[], more: object = {}) =>
  server(id, what, { leaf: { names, ...more } })

const names: OracleCase[] = [
  named('wildcard', 'wildcard of the parent', ['*.oracle.example']),
  named('upper-case', 'the name in capitals', ['UPPER-CASE.ORACLE.EXAMPLE']),
  named('many', 'the name among others', ['a.example', 'b.example', hostOf('many')]),
  named('wrong-name', 'another name', ['www.oracle.example']),
  named('deep', 'wildcard two labels up', ['*.example']),
  named('bare', 'the parent alone', ['oracle.example']),
  named('partial', 'a wildcard within a label', ['part*.oracle.example']),
  named('inner', 'a wildcard in the second label', ['inner.*.example']),
  named('leading-dot', 'a name that begins with a dot', ['.oracle.example']),
  named('trailing-dot', 'the name with a dot at its end', ['trailing-dot.oracle.example.']),
  named('trailing-dot-wildcard', 'a wildcard with a dot at its end', ['*.oracle.example.']),
  named('cn-only', 'a common name and no subjectAltName', [], { subject: hostOf('cn-only') }),
  named('ip-only', 'an address alone', [], { subject: 'ip', ips: ['127.0.0.1'] }),
  named('cn-other', 'another common name beside the right subjectAltName', [hostOf('cn-other')], {
    subject: 'Some Server',
  }),
  named('no-subject', 'an empty subject', [hostOf('no-subject')], { subject: '' }),
  server('suffix', 'wildcard of a public suffix', { host: 'suffix.co.uk', leaf: { names: ['*.co.uk'] } }),
  server('single', 'wildcard of a top-level domain', { host: 'single.com', leaf: { names: ['*.com'] } }),
]

const dated = (id: string, what: string, from: number, to: number) =>
  server(id, what, { leaf: { notBefore: at(from), notAfter: at(to) } })

const dates: OracleCase[] = [
  dated('expired', 'an expired leaf', -60, -2),
  dated('not-yet', 'a leaf of the future', 2, 60),
  dated('days-397', 'a lifetime of 397 days', -1, 396),
  dated('days-399', 'a lifetime of 399 days', -1, 398),
  dated('days-830', 'a lifetime of 830 days', -1, 829),
  dated('year-2051', 'an end after 2049', -1, 10_000),
]

export const namesAndDates: readonly OracleCase[] = [...names, ...dates]
