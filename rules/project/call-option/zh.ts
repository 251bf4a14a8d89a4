import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '调用的选项符合平台规定',
  why: '超过平台上限的超时会被截断，过短的超时会中断慢速网络本可完成的请求，类型不对的值会被拒绝或改变形式。',
  howToFix: '请把 timeout 写在 1000 到 60000 毫秒之间，使用平台支持的文件类型，并把请求头的值写成字符串。',
  pass: () => '能确定的选项都符合平台规定',
  reasons: {
    'timeout-too-long': {
      message: ({ callee, value, most }) => `${callee} 的 timeout 为 ${value} 毫秒，最多 ${most} 毫秒。`,
      fix: ({ most }) => `请写 ${most} 或更小的值。`,
    },
    'timeout-too-short': {
      message: ({ callee, value }) => `${callee} 的 timeout 为 ${value} 毫秒，慢速移动网络来不及。`,
      fix: ({ least }) => `请写 ${least} 或更大的值。`,
    },
    'file-type': {
      message: ({ callee, value, fileTypes }) =>
        `${callee} 的 fileType 为 ${JSON.stringify(value)}，平台只支持 ${fileTypes.join('、')}。`,
      fix: ({ fileTypes }) => `请使用 ${fileTypes.join('、')} 之一，或换一种方式上传。`,
    },
    'close-reason': {
      message: ({ callee, bytes, most }) =>
        `${callee} 关闭连接的原因有 ${bytes} 字节；最多 ${most} 字节（UTF-8）。`,
      fix: ({ most }) => `请缩短到 ${most} 字节以内：一个汉字占三个字节。`,
    },
    'header-value': {
      message: ({ callee, option, value }) => `${callee} 的请求头 ${option} 的值 ${value} 不是字符串。`,
      fix: ({ option }) => `请把 ${option} 的值写成字符串。`,
    },
  },
} satisfies RuleText<typeof rule>
