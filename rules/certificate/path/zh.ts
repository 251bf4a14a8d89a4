import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const OTHER_CHAIN = '请向 CA 索取正确的证书链，或改由其他 CA 签发证书。'

const RIGHT_ISSUER = '请安装与该证书一同下发的中间证书：同名的中间证书可能使用另一把密钥。'

const fault = (what: string, who = 'CA 证书', fix = OTHER_CHAIN) => ({
  message: ({ certificate, detail }: { certificate: string; detail: string }) =>
    `${who}“${certificate}”${what}${detail ? `（${detail}）` : ''}。`,
  fix: () => fix,
})

export default {
  title: '证书路径上的每张证书都有相应的权限',
  why: '手机会检查你的证书之上每一张证书的 CA 标志、路径长度、密钥用途和名称约束。',
  howToFix: '向 CA 索取正确的中间证书；自建 CA 的证书须按正确的扩展重新签发。',
  pass: ({ certificates }) => certificates.join(' ← '),
  unknown: {
    'unsupported-key': '证书的密钥或签名的类型无法验证',
    'issuer-unsupported-key': '签发者的证书同上',
  },
  reasons: {
    'not-a-ca': fault('不具备 CA 身份，无权签发证书'),
    'path-length': fault('之下的中间证书超过了它限定的层数'),
    'no-key-cert-sign': fault('无权签署证书'),
    'intermediate-usage': fault('无权签发 TLS 服务器证书'),
    ...ofBoth<typeof rule>((isLeaf) => {
      const of = (what: string, fix?: string) => fault(what, isLeaf ? '证书' : 'CA 证书', fix)
      return {
        'name-constraints': of('含有签发者无权签发的名称'),
        policy: of('不符合证书策略'),
        'unknown-critical-extension': of('含有客户端不认识的关键扩展'),
        'algorithm-mismatch': of('内外签名算法不一致'),
        'bad-version': of('含有其版本不允许的字段'),
        malformed: of('格式错误'),
        'bad-signature': of('不是由其签发者签名的', RIGHT_ISSUER),
        'unsupported-key': of('的密钥或签名无法验证'),
      }
    }),
  },
} satisfies RuleText<typeof rule>
