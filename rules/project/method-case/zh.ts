import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '请求方法是平台支持的大写方法',
  why: '平台要求大写；其他写法可能在开发者工具中有效而在手机上无效，平台没有的方法则处处失败。',
  howToFix: '请把方法写成大写。PATCH 等请改用 PUT，或在服务器支持时用 POST 加 X-HTTP-Method-Override。',
  pass: ({ methods }) => `能确定的方法都在 ${methods.join('、')} 之中`,
  reasons: {
    'lower-case': {
      message: ({ callee, method }) => `${callee} 的请求方法写作 ${JSON.stringify(method)}，应为大写。`,
      fix: ({ upper }) => `请写成 '${upper}'。`,
    },
    unsupported: {
      message: ({ callee, method, methods }) =>
        `${callee} 的请求方法是 ${JSON.stringify(method)}，平台只支持 ${methods.join('、')}。`,
      fix: ({ methods }) =>
        `请改用 ${methods.includes('PUT') ? 'PUT 或 POST' : methods.join(' 或 ')}，并让服务器接受。`,
    },
  },
} satisfies RuleText<typeof rule>
