import type { RuleText } from '../../../src/i18n/types.js'
import { listsByApi, on } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '页面加载资源的主机',
  why: '图片、视频和音频也来自服务器，证书要求相同；web-view 只能打开业务域名。',
  howToFix:
    '只要这些服务器是自己的并且正常，就不必处理。wx.downloadFile 或 canvas 用到的请配置为 downloadFile 合法域名，web-view 的请配置为业务域名。',
  pass: () => '页面中没有主机',
  reasons: {
    media: {
      message: ({ origin, tag }) => `${origin} 提供展示或播放的内容（${tag}）。`,
      fix: () => '如果代码也从它下载，请配置到 downloadFile 合法域名。',
    },
    'web-view': {
      message: ({ origin }) => `<web-view> 打开 ${origin}：它需要的是业务域名，不是服务器域名。`,
      fix: (_, about) =>
        on(about, listsByApi)
          ? '请在后台的业务域名中配置，并在服务器上放置校验文件。'
          : '请在后台的 H5 域名中配置。',
    },
  },
} satisfies RuleText<typeof rule>
