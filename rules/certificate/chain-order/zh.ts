import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '证书链按顺序发送',
  why: '严格的客户端要求每张证书都签发前一张。',
  howToFix: [
    '按签发顺序排列：先是服务器自己的证书，再是它的签发者，依次往上，不含根证书。可以这样整理：',
    '  hefa chain fullchain.pem --output ordered.pem',
  ].join('\n'),
  command: chainCommand,
  pass: ({ certificates }) => certificates.join(' ← '),
  reasons: {
    disorder: {
      message: ({ sent }) => `证书发送顺序有误：${sent.join('、')}。`,
      fix: ({ ordered }) => `请在证书文件中按此顺序排列：${ordered.join('、')}。`,
    },
    'leaf-not-first': {
      message: ({ position, ordered }) =>
        `服务器自己的证书“${ordered[0]}”在文件中排在第 ${position} 位。服务器把第一张当作自己的证书：要么因与私钥不符而拒绝加载，要么发出错误的证书。`,
      fix: ({ ordered }) => `请在证书文件中按此顺序排列：${ordered.join('、')}。`,
    },
  },
} satisfies RuleText<typeof rule>
