import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '私钥与证书配对',
  why: '私钥与证书不配对时，每一台手机都会断开连接：服务器无法证明自己就是证书所写的那一台。',
  howToFix:
    '请安装申请证书时所用的私钥，或用现有私钥重新申请证书。部署前可以先核对：\n  hefa cert fullchain.pem --domain api.example.com --key privkey.pem',
  pass: ({ certificate, asked }) =>
    asked ? `私钥与“${certificate.subject}”配对` : `服务器证明了自己持有“${certificate.subject}”的私钥`,
  reasons: {
    'not-proven': {
      message: ({ certificate }) => `服务器未能证明持有“${certificate.subject}”的私钥：握手中的签名不匹配。`,
      fix: () => '请检查证书与私钥是否配对，以及中间设备是否改写了握手。',
    },
    'wrong-key': {
      message: ({ certificate }) => `私钥与证书“${certificate.subject}”不配对。`,
      fix: () => '请使用申请该证书时的私钥，或用这把私钥重新申请证书。',
    },
  },
} satisfies RuleText<typeof rule>
