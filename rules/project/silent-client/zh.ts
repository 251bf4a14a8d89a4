import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '每个请求库的调用都能看到',
  why: '项目依赖请求库却看不到它的调用：要么用不着它，要么它的调用没有被扫描发现。',
  howToFix: '没有使用就删除该依赖；否则请在配置的 scan.clients 中写明它的调用。',
  pass: () => '看到了它的调用',
  reasons: {
    imported: {
      message: ({ name }) => `导入了 ${name}，但没有能追踪到的调用。`,
      fix: () => '请查看它的用法：它调用的主机不在已发现的主机之中。',
    },
    required: {
      message: ({ name }) => `package.json 中有 ${name}，但读到的代码都没有导入它。`,
      fix: () => '没有使用就从依赖中删除。',
    },
  },
} satisfies RuleText<typeof rule>
