/** Demands about simulated phones and about the addresses of a name: levels and sentences. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { Family, PlatformId, Runtime } from '../../src/types.js'
import type { ClauseOf, LevelsOf } from '../all.js'
import { alipayFaq, mpaasNetwork, wechatNetwork } from './cite.js'

const HANDSHAKE: LevelsOf<'tls/client-handshake'> = {
  'cannot-connect': 'error',
  unconfirmed: 'error',
  'no-answer': 'error',
  'legacy-cannot-connect': 'warning',
  'legacy-unconfirmed': 'warning',
  'legacy-no-answer': 'warning',
}

interface Sentences {
  handshake: Citation
  name: Citation
  addresses: Citation
}

const WECHAT: Sentences = {
  handshake: wechatNetwork('由于系统限制，不同平台对于证书要求的严格程度不同'),
  name: wechatNetwork('部署 SSL 证书的网站域名必须与证书颁发的域名一致'),
  addresses: wechatNetwork(
    '为了保证小程序的兼容性，建议开发者按照最高标准进行证书配置，并使用相关工具检查现有证书是否符合要求',
  ),
}
const MPAAS: Sentences = {
  handshake: mpaasNetwork('由于系统限制，不同平台对于证书要求的严格程度不同'),
  name: mpaasNetwork('为了保证小程序的兼容性，建议开发者按照最高标准进行证书配置'),
  addresses: mpaasNetwork(
    '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议，小程序真机中均为线上环境的正式请求，不能使用局域网本地请求',
  ),
}
const SENTENCES: Record<Family, Sentences> = {
  wechat: WECHAT,
  mpaas: MPAAS,
  alipay: { ...MPAAS, addresses: alipayFaq('小程序只支持 HTTPS 域名配置') },
}

type ClientClause = ClauseOf<
  'tls/client-handshake' | 'tls/hello-size' | 'tls/server-name' | 'dns/ipv6' | 'dns/consistent'
>

export function clientClauses(family: Family, runtimes: readonly Runtime[]): Clause[] {
  const { handshake, name, addresses } = SENTENCES[family]
  return runtimes.flatMap((runtime): ClientClause[] => {
    const on = [runtime]
    const platform = `${family}-${runtime}` as PlatformId
    return [
      { rule: 'tls/client-handshake', on, level: HANDSHAKE, parameters: { platform }, cite: handshake },
      { rule: 'tls/hello-size', on, level: 'error', parameters: { platform }, cite: handshake },
      { rule: 'tls/server-name', on, level: 'info', cite: name },
      { rule: 'dns/ipv6', on, level: 'warning', cite: addresses },
      { rule: 'dns/consistent', on, level: 'warning', cite: addresses },
    ]
  })
}
