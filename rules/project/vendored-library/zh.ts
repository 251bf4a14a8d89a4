import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

/** How many files of the library there are besides the one named. */
const more = (files: number) => (files > 1 ? ` 等 ${files} 个文件` : '')

export default {
  title: '项目内的第三方库请求哪些服务器是清楚的',
  why: '拷贝进项目的引擎和 SDK 会自行发起网络请求。这些请求不是项目的错误，但它们的服务器同样需要配置到域名列表。',
  howToFix: '查阅该库的文档，确认它需要哪些服务器并加入列表。',
  pass: () => '项目内没有会发起请求的第三方库',
  unknown: {
    own: '项目内的第三方库会请求由其设置或其服务器下发的地址',
  },
  reasons: {
    given: {
      message: ({ name, file, files }) =>
        `${name}（${file}${more(files)}）只请求传给它的地址；项目传给它的地址已在传入处检查。`,
      fix: () => '该库本身无需处理。',
    },
    own: {
      message: ({ name, file, files, calls }) =>
        `${name}（${file}${more(files)}）还会请求由其设置或其服务器下发的地址${calls > 0 ? `（${calls} 处调用）` : ''}；它自带的地址另行列出。`,
      fix: () => '查阅该库的文档，确认它需要哪些服务器并加入列表。',
    },
  },
} satisfies RuleText<typeof rule>
