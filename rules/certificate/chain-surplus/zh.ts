import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '没有多余的证书',
  why: '多余的证书在每次握手中占用流量，却没有用处。',
  howToFix: [
    '去掉客户端用不到的：根证书、重复的、别的证书链的。',
    '  hefa chain fullchain.pem --output shorter.pem',
  ].join('\n'),
  command: chainCommand,
  pass: ({ sent }) => `发送 ${sent} 张，均有用`,
  reasons: {
    surplus: {
      message: ({ certificates, bytes }) =>
        `${certificates
          .map(({ position, subject, why }) => {
            const what = {
              duplicate: '重复发送',
              root: '是根证书，客户端已有',
              stranger: '不属于任何证书路径',
              unreadable: '无法读取',
            }[why]
            return `第 ${position} 张证书${subject ? `“${subject}”` : ''}${what}`
          })
          .join('；')}（每次握手多 ${bytes} 字节）。`,
      fix: () => '请从证书文件中删除它。',
    },
  },
} satisfies RuleText<typeof rule>
