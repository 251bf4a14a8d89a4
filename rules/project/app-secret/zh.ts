import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const ENDPOINT = {
  message: ({ endpoint }: { endpoint: string }) =>
    `客户端代码中有 ${endpoint}：调用它需要 AppSecret，而代码中的密钥人人可读。`,
  fix: () => '请把 wx.login 得到的 code 发给自己的服务器，由服务器调用这个地址。',
}

export default {
  title: '客户端代码中没有 AppSecret',
  why: '任何人都能解包小程序。拿到 AppSecret 就能以该小程序的身份行事：读取用户信息、发送消息。',
  howToFix:
    '先在后台重置 AppSecret（开发管理 → 开发设置）：从第一次上传起它就应视为已泄露。新的只保存在服务器上，需要它的接口由服务器调用。',
  pass: () => '没有发现 AppSecret',
  reasons: {
    'app-secret': {
      message: ({ secret }) => `客户端代码中有 AppSecret（${secret}）。`,
      fix: () => '请从代码中删除，在后台重置（应视为已泄露），新的只保存在服务器上。',
    },
    'session-endpoint': ENDPOINT,
    'token-endpoint': ENDPOINT,
    'of-server': {
      message: ({ file, text }) =>
        `${file} 是小程序目录中的服务端代码，其中有 ${text}：如果未被使用的文件也会上传，则人人可读。`,
      fix: () => '请用 packOptions.ignore（类型 folder）将该目录排除在代码包之外，或移到别处。',
    },
  },
} satisfies RuleText<typeof rule>
