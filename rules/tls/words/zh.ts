/** Text shared by several rules about handshakes. */
import { alertName } from '../../../src/i18n/names.js'

export const alertText = (alert: number): string => {
  const name = alertName(alert)
  return name ? `告警 ${alert}，${name}` : `告警 ${alert}`
}

export const VERSION_FIX = [
  '启用 TLS 1.2 和 1.3。',
  '  nginx：ssl_protocols TLSv1.2 TLSv1.3;',
  '  腾讯云 CLB、阿里云 SLB/ALB：在 HTTPS 监听中选择“TLS 1.2 及以上”的安全策略。',
].join('\n')

export const CIPHER_FIX = [
  '启用 ECDHE + AES-GCM 加密套件（以及 TLS 1.3）。',
  '  nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES;',
  '  腾讯云 CLB、阿里云 SLB/ALB：选择支持前向保密的 TLS 安全策略。',
].join('\n')

export const GOT: Record<string, string> = {
  'other-version': '应答了它们不接受的版本',
  reset: '重置了连接',
  closed: '关闭了连接',
  'not-tls': '应答的不是 TLS',
  malformed: '应答的 TLS 格式有误',
  downgrade: '应答了 TLS 1.2，却带有“支持 1.3”的降级标记',
  'server-hello': '应答了它们不接受的参数',
}

export const gotBy = ({ by, alert }: { by: string; alert: number | null }) =>
  alert === null ? (GOT[by] ?? by) : `以告警 ${alert} 拒绝`
