import type { UnreadReason } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const RUNS_CODE = '执行运行时才生成的代码（eval、new Function、with）'

const UNREAD: Record<UnreadReason, string> = {
  syntax: '有语法错误',
  'too-large': '文件太大',
  'not-text': '不是文本',
  unreadable: '系统不允许读取',
  outside: '它指向目录之外',
  limit: '目录内容太多',
  budget: '追踪其中的调用所需步骤超出单个文件的上限',
  nesting: '嵌套过深',
  missing: '文件不存在',
  interrupted: '扫描提前结束',
  'unknown-kind': '不认识它的语言',
  'run-time-code': `它${RUNS_CODE}`,
}

/** A folder ends with a slash. */
const lostText = (file: string, files: number) =>
  file.endsWith('/')
    ? `${file} 不存在，而其中有 ${files} 个文件被引用。`
    : `${file} 以及其他目录中同名的 ${files - 1} 个文件不存在。`

/** Files with the same fault: the first two by name. */
const alike = (file: string, others: readonly string[], files: number) =>
  `${[file, ...others.slice(0, 1)].join('、')}${files > 2 ? ` 等 ${files} 个文件` : ''}`

const byText = (by: string | null) => (!by ? '' : `${by} 引用了它。`)

export default {
  title: '源码已全部读取',
  why: '没有读到的文件可能调用任何域名：漏看的扫描说明不了发布后的情况。',
  howToFix:
    '扫描项目的起始目录，并让目录与构建时一致，生成的文件和未纳入版本管理的文件都要在原位。修正无法解析的文件，删去指向不存在文件的页面和引用。',
  pass: ({ files, pages }) => `已读取 ${files} 个文件${pages === null ? '' : `，列出 ${pages} 个页面`}`,
  unknown: {
    'not-read': '某个文件或页面没有读取',
    'no-files': '一个文件也没有读到',
    'no-pages': '没有列出任何页面',
    'other-platform': '所有调用都属于其他平台',
  },
  reasons: {
    'not-read': {
      message: ({ file, cause, by, files, others }) =>
        others && cause === 'run-time-code'
          ? `${alike(file, others, files)} ${RUNS_CODE}，无法得知这些代码调用什么。`
          : others
            ? `${alike(file, others, files)} 没有读取：${UNREAD[cause]}。无法得知它们调用什么。`
            : files > 1
              ? `${lostText(file, files)}${byText(by)}无法得知它们调用什么。`
              : cause === 'run-time-code'
                ? `${file} ${RUNS_CODE}，无法得知这些代码调用什么。`
                : `${file} 没有读取：${UNREAD[cause]}。${byText(by)}无法得知它调用什么。`,
      fix: ({ cause }) =>
        cause === 'missing'
          ? '把它放到构建时所在的位置（检出子模块、运行生成代码的命令），或删去对它的引用。也可以自行确认它没有调用列表以外的域名，再用 --allow-unknown 运行。'
          : '修正该文件或把它移出项目。也可以自行确认它没有调用列表以外的域名，再用 --allow-unknown 运行。',
    },
    'no-files': {
      message: () => '一个脚本也没有读到：无法得知小程序调用什么。',
      fix: () => '请扫描存放源码的目录。',
    },
    'no-pages': {
      message: ({ files, list }) =>
        `${list} 没有列出任何页面，而读取了 ${files} 个文件：这可能不是完整的源码。`,
      fix: () => '请扫描存放完整源码的目录，其中的 app.json 或 pages.json 应与构建时一致。',
    },
    'other-platform': {
      message: ({ callee, calls, family }) =>
        family === null
          ? `找到的 ${calls} 处调用（如 ${callee}）都属于另一个平台，hefa 不掌握该平台的规则：这些调用都没有判断。`
          : `找到的 ${calls} 处调用（如 ${callee}）都属于 "${family}"，因此这里没有可判断的内容。`,
      fix: ({ family }) =>
        family === null
          ? '请自行对照该平台的域名列表检查这些域名，再用 --allow-unknown 运行。'
          : `请为该平台判断这份源码：--platform ${family}，或在配置中写 "platforms": ["${family}"]。`,
    },
  },
} satisfies RuleText<typeof rule>
