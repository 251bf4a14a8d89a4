import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '源码与录制的会话访问相同的服务器',
  why: '只在录制中出现的主机，其调用方式扫描无法跟踪，或由服务器下发；只在源码中出现的主机，本次会话没有试到。',
  howToFix: '请把会话访问而源码没有写明的主机加入列表；发布前试一试调用其余主机的页面。',
  pass: () => '没有录制会话，或两者的主机相同',
  reasons: {
    'run-time-only': {
      message: ({ origin, requests }) =>
        `${origin} 只在运行时访问过（${requests} 次请求），源码中没有看到访问它的调用。`,
      fix: () => '请查明它的来源；它和其他主机一样要加入列表。',
    },
    'source-only': {
      message: ({ origin }) => `${origin} 只在源码中出现，录制的会话没有访问它。`,
      fix: () => '发布前请试一试调用它的页面。',
    },
  },
} satisfies RuleText<typeof rule>
