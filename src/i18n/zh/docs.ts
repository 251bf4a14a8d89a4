/** Text of the generated pages, Chinese. */
import type { docs as en } from '../en/docs.js'

export const docs: typeof en = {
  rules: '# 规则\n\n由 `npm run docs` 生成：判断什么、哪个平台要求、级别如何、依据哪句话。\n',
  symptoms: {
    head: "# 常见报错\n\n由 `npm run docs` 生成。用 `hefa explain '报错文字'` 查询。\n",
    causes: '能找出原因的规则',
    none: '无：问题不在服务器，也不在代码',
    sources: '## 文字出处\n',
    colon: '：',
    comma: '、',
  },
  platforms: {
    head: ['平台系列', '', '系列名包含的平台', '须单独写出的平台', '源码中的调用'],
    comma: '、',
  },
}
