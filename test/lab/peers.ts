/**
 * What ten other tools said of the same 25 servers, as measured in 2026-11. In each cell: `N` the defect is named, `o`
 * something is flagged without its cause, `.` silence, `=` nothing to name; then the exit status. `-`: not run.
 */
export const PEERS = [
  'testssl.sh 3.3dev',
  'sslscan 2.1.6',
  'nmap 7.93',
  'ssl-checker 3',
  'openssl s_client',
  'curl',
  'gnutls-cli',
  'check_http -C',
  'check_ssl_cert',
  'blackbox_exporter 0.23',
] as const

export const SAID: Record<string, string> = {
  c01: '=1 =0 =0 =0 =0 =0 =0 =0 =0 pass',
  c02: 'N1 .0 .0 N1 o1 o60 o1 .0 o2 fail',
  c03: 'N0 .0 .0 o0 .0 .0 .0 .0 .0 pass',
  c04: '.0 .0 .0 .0 .0 .0 .0 .0 N2 pass',
  c05: 'o1 .0 .0 .0 .0 .0 .0 .0 .0 pass',
  c06: 'o0 .0 .0 .0 .0 .0 .0 .0 o2 pass',
  c07: 'N0 .0 .0 N1 N1 N60 N1 N2 N2 fail',
  c08: 'N0 .0 .0 N1 N1 N60 N1 .0 N2 fail',
  c09: 'N0 .0 .0 N1 N1 N60 N1 .0 N2 fail',
  c10: 'N1 o0 .0 N1 N1 N60 o1 .0 o2 fail',
  c11: 'o1 .0 .0 o1 o1 o60 o1 .0 o2 fail',
  c12: 'N0 N0 N0 .0 - - - - N2 pass',
  c13: 'N0 .0 N0 .0 - - - - .0 pass',
  c14: 'N0 N0 .0 .0 N1 N60 .0 .0 N2 pass',
  c15: 'N0 .0 N0 o1 N1 N60 N1 .0 N2 fail',
  c16: 'N0 .0 .0 .0 .0 .0 .0 .0 N2 pass',
  c17: 'N0 .0 .0 .0 .0 .0 .0 .0 N2 fail',
  c18: '=1 =0 =0 =0 =0 =0 =0 =0 =0 pass',
  c19: 'N0 .0 .0 chance chance chance chance .0 .0 pass',
  c20: 'N0 N0 N0 o1 o1 o35 .0 o2 o2 fail',
  c21: 'N0 .0 .0 N1 N1 N60 N1 .0 N2 fail',
  c22: 'N0 .0 .0 N1 N1 N60 N1 .0 N2 fail',
  c23: 'N0 .0 .0 N1 N1 N60 N1 .0 N2 fail',
  c24: 'N1 .0 .0 o1 o1 o35 o1 o2 N2 fail',
  c25: 'N246 N0 .0 N1 N1 o7 N1 N2 N2 fail',
}
