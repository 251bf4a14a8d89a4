import type { SteeringFact } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

type Steered = { key: SteeringFact['key']; name: string; value: string; used: number }

function steered({ key, name, value, used }: Steered): string {
  switch (key) {
    case 'define':
      return `scan.define：${name} 视为 ${value}。`
    case 'clients':
      return `scan.clients：${name} 的 ${used} 个调用，${value}。`
    case 'exclude':
      return `scan.exclude：按 ${name} 略去了 ${used} 个文件。`
    case 'accept':
      return `scan.accept：接受了 ${name} 中的 ${used} 项：${value}。`
    case 'root':
      return `scan.root：只扫描了 ${name}。`
    default:
      return `scan.mode：采用 ${name} 构建的取值。`
  }
}

export default {
  title: '配置中关于源码的设置',
  why: '配置的 `scan` 会改变源码中找到的内容：每份报告都会列出，不会悄悄略去；没有起作用的设置会给出警告，因为可能写错了。',
  howToFix: '请删除没有起作用的设置，或按报告中的写法改正。',
  pass: () => '配置没有关于源码的设置',
  reasons: {
    'in-force': { message: (found) => steered(found), fix: () => '请不时确认它仍然成立。' },
    unused: {
      message: ({ key, name }) => `scan.${key}：${name} 没有起作用，源码中没有它所指的内容。`,
      fix: () => '请删除，或按报告中的写法改正。',
    },
  },
} satisfies RuleText<typeof rule>
