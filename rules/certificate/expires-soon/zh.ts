import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { whose } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '证书不会很快过期',
  why: '忘记续期会让所有手机在同一分钟失败。',
  howToFix: [
    '现在就续期，再查清自动续期为什么没有起作用：任务还在运行吗，新文件放到服务器读取的位置了吗，服务器重新加载了吗（最容易忘的一步）。之后加上监控：',
    '  certbot renew --dry-run',
    '  hefa renewals --within 30d',
  ].join('\n'),
  pass: ({ daysLeft, notAfter }) => `剩余 ${daysLeft} 天（${notAfter}）`,
  reasons: ofBoth<typeof rule>((isLeaf) => ({
    soon: {
      message: ({ certificate, daysLeft, notAfter, threshold, expired }) =>
        expired
          ? `${whose(certificate, isLeaf)}已于 ${notAfter} 过期。`
          : `${whose(certificate, isLeaf)}将在 ${daysLeft} 天后（${notAfter}）过期（剩余不足 ${threshold} 天时提醒）。`,
      fix: () =>
        isLeaf
          ? '请立即续期，并检查自动续期是否仍在运行。'
          : '请换成 CA 当前的中间证书；如果没有，请重新签发证书。',
    },
  })),
} satisfies RuleText<typeof rule>
