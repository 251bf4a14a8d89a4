/** Which protocol answers where TLS was expected, by how its servers begin. */

/** The first bytes as latin1; what a server says on its own comes first, then answers to bytes it can't read. */
const SERVICES: readonly [RegExp, string][] = [
  [/^HTTP\/\d|^\s*<(?:!doctype|html)/i, 'HTTP'],
  // RFC 4253 section 4.2.
  [/^SSH-/, 'SSH'],
  // RFC 5321 and RFC 959 both greet with 220; the word tells them apart where it is there.
  [/^[245]\d\d[ -].*\bE?SMTP\b/i, 'SMTP'],
  [/^[245]\d\d[ -].*\bftp/i, 'FTP'],
  [/^[245]\d\d[ -]/, 'SMTP/FTP'],
  [/^(?:\+OK|-ERR\s*(?:\r|$))/, 'POP3'],
  [/^\* (?:OK|BAD|BYE|PREAUTH)/, 'IMAP'],
  [/^(?:-ERR|-NOAUTH|-DENIED|-WRONGPASS)/, 'Redis'],
  // Protocol version 10 behind a length and a sequence number of 0.
  [/^.{3}\0\n\d+\.\d+/s, 'MySQL'],
  [/^RFB \d{3}\.\d{3}\n/, 'VNC'],
  [/^\x03\0\0.[\x02-\x0f]\xd0/s, 'RDP'],
]

/** The protocol's name, never what was said: a banner from inside a network must not leak. `unknown` for any other. */
export function serviceOf(head: Buffer): string {
  const text = head.toString('latin1')
  return SERVICES.find(([begins]) => begins.test(text))?.[1] ?? 'unknown'
}
