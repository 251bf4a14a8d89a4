import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '文本使用 UTF-8 编码',
  why: '客户端会尝试转换其他编码，但可能失败，而且只过滤一个 BOM 头：用户会看到乱码，或 JSON 无法解析。',
  howToFix: '用 UTF-8 应答并注明：Content-Type: application/json; charset=utf-8。',
  pass: ({ paths }) => `UTF-8（${paths.join('、')}）`,
  unknown: {
    compressed: '响应体的压缩无法解开',
    'no-answer': '该路径没有应答',
  },
  reasons: {
    declared: {
      message: ({ path, charset }, { subject }) => `${subject}${path} 声明的字符集是 ${charset}。`,
      fix: () => '请返回 UTF-8。\n  nginx: charset utf-8;',
    },
    invalid: {
      message: ({ path, contentType }, { subject }) =>
        `${subject}${path}（${contentType}）返回的内容不是合法的 UTF-8。`,
      fix: () => '请返回 UTF-8，并在 Content-Type 中声明。',
    },
    'byte-order-marks': {
      message: ({ path, boms }, { subject }) =>
        `${subject}${path} 的内容以 ${boms} 个 BOM 头开始，客户端只过滤一个。`,
      fix: () => '请把程序引用的文件保存为不带 BOM 的格式。',
    },
    compressed: {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} 返回了无法解开的压缩内容（${encoding}），没有检查其中的文本。`,
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
