import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import { CONSOLE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '域名的协议与接口一致',
  why: 'request、uploadFile、downloadFile 只支持 https，connectSocket 只支持 wss。其他协议在后台无法保存，在手机上也无法调用。',
  howToFix: `request、uploadFile、downloadFile 写 https://，connectSocket 写 wss://，并在那里提供 TLS 服务。${CONSOLE}`,
  pass: ({ scheme }) => `以 ${scheme}:// 开头`,
  reasons: {
    missing: {
      message: ({ api, expected }, { subject }) =>
        `${subject} 没有写协议；${api} 的域名应以 ${expected}:// 开头。`,
      fix: ({ expected }, about) => withRelease(`请在前面加上 ${expected}://。`, about),
    },
    insecure: {
      message: ({ api, scheme, expected }, { subject }) =>
        `${subject} 使用不加密的 ${scheme}://；${api} 只支持 ${expected}://。`,
      fix: ({ expected }, about) => withRelease(`请为服务器部署证书，并改为 ${expected}://。`, about),
    },
    'other-api': {
      message: ({ api, scheme, expected, apis }, { subject }) =>
        `${subject} 配置在 ${api} 中，而 ${api} 只支持 ${expected}://；${scheme}:// 属于 ${apis.join('、')}。`,
      fix: ({ expected, apis }, about) =>
        withRelease(`请移到 ${apis.join(' 或 ')}，或改为 ${expected}://。`, about),
    },
    unsupported: {
      message: ({ api, scheme, expected }, { subject }) =>
        `${subject} 使用 ${scheme}://；${api} 只支持 ${expected}://。`,
      fix: ({ expected }, about) => withRelease(`请写成 ${expected}:// 加域名。`, about),
    },
  },
} satisfies RuleText<typeof rule>
