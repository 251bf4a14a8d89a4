import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { calledBy, chainFix } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '服务器发送完整证书链',
  why: 'Android 不会下载缺失的中间证书：在那里请求报“ssl hand shake error”，而开发者工具、桌面浏览器和大多数 iPhone 却正常。',
  howToFix: [
    '最常见的原因是该配 fullchain.pem 的地方配成了 cert.pem。生成完整证书链并使用它：',
    '  hefa chain api.example.com --output fullchain.pem',
    '  ssl_certificate /etc/nginx/fullchain.pem;',
    '然后 nginx -t && nginx -s reload。负载均衡或 CDN 上把同一个文件作为证书内容上传。浏览器能打开说明不了问题：它会自己补齐缺失的证书，Android 不会。',
  ].join('\n'),
  command: chainCommand,
  pass: ({ certificates, root }) => `${certificates.join(' ← ')} ← ${root}`,
  reasons: {
    missing: {
      message: ({ missing, foundIssuer, certificate, sent }) =>
        `证书链不完整：缺少签发“${certificate.subject}”的中间证书${calledBy(missing, foundIssuer)}，服务器${sent === 1 ? '只发送了自己的证书' : `发送的 ${sent} 张证书中没有它`}。`,
      fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
    },
    fetchable: {
      message: ({ missing, foundIssuer, certificate, sent }) =>
        `证书链不完整：缺少签发“${certificate.subject}”的中间证书${calledBy(missing, foundIssuer)}（共发送 ${sent} 张）；这些客户端会到证书所写的地址下载，其他客户端则会失败。`,
      fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
    },
  },
} satisfies RuleText<typeof rule>
