import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

export default {
  title: '源码中的每个主机都属于已追踪到的调用',
  why: '没有调用使用的地址，可能属于扫描未能追踪的调用；若其主机未列入域名列表，该调用在手机上会失败。',
  howToFix: '请查看该地址的去向：程序会调用就列入域名列表，无处使用就删除，或在配置中说明可以保留的理由。',
  pass: () => '该主机已列入域名列表',
  unknown: {
    escapes: '某个 API 被交给无法追踪的代码，可能在那里被调用',
    'in-library': '第三方库中有未能追踪的调用，而该地址是它自带的',
    'for-library': '第三方库中有未能追踪的调用，而该地址可能是传给它的',
  },
  reasons: {
    unaccounted: {
      message: ({ origin }) => `源码中有 ${origin}，但没有能追踪到的调用或页面使用它。`,
      fix: () => '请查看它的去向：会被调用就列入域名列表，否则删除。',
    },
    escapes: {
      message: ({ origin, api, to, at }) =>
        `${at} 把 ${api} 交给了 ${to}，此后无法追踪：${origin} 可能在那里被调用。`,
      fix: () =>
        '如果会调用该主机，请列入域名列表；如果无处使用，请删除该地址。也可以改由自己的函数接收地址并调用该 API，以便追踪。',
    },
    'in-library': {
      message: ({ origin, library, besides }) =>
        `${library} 中有未能追踪的调用，且自带了其他调用都没有使用的地址：${few([origin, ...besides])}。`,
      fix: () =>
        '请查阅该库的文档，将它需要的主机列入域名列表；如果都不需要，请在配置的 scan.accept 中说明理由。',
    },
    'for-library': {
      message: ({ origin, library, besides }) =>
        `${library} 会请求由调用方指定的服务器，未能追踪；使用它的脚本或其引入的设置中，有其他调用都没有使用的地址：${few([origin, ...besides])}。`,
      fix: () =>
        '如果这是传给该库的地址，请将主机列入域名列表；否则请删除，或在配置的 scan.accept 中说明理由。',
    },
    local: {
      message: ({ origin }) => `源码中有 ${origin}：只有你自己的机器或网络能访问它。`,
      fix: () => '请在发布前删除，或只保留在开发构建中。',
    },
    'in-prose': {
      message: ({ origin }) => `${origin} 只在文字说明中提到。`,
      fix: () => '除非程序也会调用它，否则无需处理。',
    },
    media: {
      message: ({ origin }) =>
        `就源码所见，${origin} 只提供图片、音视频或字体：页面展示和播放的内容无需列入域名列表。`,
      fix: () => '除非程序会下载或请求它，否则无需处理。',
    },
    documentation: {
      message: ({ origin, what }) =>
        what === 'namespace' ? `${origin} 是命名空间的名称。` : `${origin} 是文档网站。`,
      fix: () => '除非程序会调用它，否则无需处理。',
    },
  },
} satisfies RuleText<typeof rule>
