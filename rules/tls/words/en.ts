/** Text shared by several rules about handshakes. */
import { alertName } from '../../../src/i18n/names.js'

export const alertText = (alert: number): string => {
  const name = alertName(alert)
  return name ? `alert ${alert}, ${name}` : `alert ${alert}`
}

export const VERSION_FIX = [
  'Allow TLS 1.2 and 1.3.',
  '  nginx: ssl_protocols TLSv1.2 TLSv1.3;',
  '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: choose the TLS policy "TLS 1.2 or later" of the HTTPS listener.',
].join('\n')

export const CIPHER_FIX = [
  'Allow ECDHE suites with AES-GCM (and TLS 1.3).',
  '  nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES;',
  '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: choose a TLS policy with forward secrecy.',
].join('\n')

export const GOT: Record<string, string> = {
  'other-version': 'answers with a version they do not accept',
  reset: 'resets the connection',
  closed: 'closes the connection',
  'not-tls': 'answers with something that is not TLS',
  malformed: 'answers with broken TLS',
  downgrade: 'answers with TLS 1.2 and the mark of a server that has 1.3',
  'server-hello': 'answers with something they do not accept',
}

export const gotBy = ({ by, alert }: { by: string; alert: number | null }) =>
  alert === null ? (GOT[by] ?? by) : `refuses with alert ${alert}`
