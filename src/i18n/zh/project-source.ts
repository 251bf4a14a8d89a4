/** Texts of the rules about what else stands in a mini program's source. */

import type { SteeringFact } from '../../facts/index.js'
import type { CallTexts, ProjectTexts } from '../en/project.js'
import type { OptionTexts } from '../en/project-options.js'
import { listsByApi, on, withRelease } from './domain-words.js'

const ENDPOINT = {
  message: ({ endpoint }: { endpoint: string }) =>
    `客户端代码中有 ${endpoint}：调用它需要 AppSecret，而代码中的密钥人人可读。`,
  fix: () => '请把 wx.login 得到的 code 发给自己的服务器，由服务器调用这个地址。',
}

/** At least one of them is not 0. */
function gaps(calls: number, files: number): string {
  const told = calls > 0 && `有 ${calls} 个调用的 URL 无法确定`
  const read = files > 0 && `有 ${files} 个文件被跳过`
  return [told, read].filter(Boolean).join('，')
}

/** Files of a library besides the one that is named. */
const more = (files: number) => (files > 1 ? ` 等 ${files} 个文件` : '')

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

export const projectSource: Omit<ProjectTexts, keyof CallTexts | keyof OptionTexts | 'project/coverage'> = {
  'project/app-secret': {
    title: '客户端代码中没有 AppSecret',
    why: '任何人都能解包小程序。拿到 AppSecret 就能以该小程序的身份行事：读取用户信息、发送消息。',
    mend: '先在后台重置 AppSecret（开发管理 → 开发设置）：从第一次上传起它就应视为已泄露。新的只保存在服务器上，需要它的接口由服务器调用。',
    pass: () => '没有发现 AppSecret',
    reasons: {
      'app-secret': {
        message: ({ secret }) => `客户端代码中有 AppSecret（${secret}）。`,
        fix: () => '请从代码中删除，在后台重置（应视为已泄露），新的只保存在服务器上。',
      },
      'session-endpoint': ENDPOINT,
      'token-endpoint': ENDPOINT,
    },
  },
  'project/method-case': {
    title: '请求方法是平台支持的大写方法',
    why: '平台要求大写；其他写法可能在开发者工具中有效而在手机上无效，平台没有的方法则处处失败。',
    mend: '请把方法写成大写。PATCH 等请改用 PUT，或在服务器支持时用 POST 加 X-HTTP-Method-Override。',
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
  },
  'project/deprecated-api': {
    title: '不调用将被移除的接口',
    why: '接口移除之后，所有调用都会失败，早已发布的小程序也不例外。',
    mend: '请改用 my.request。它的默认 content-type 是 application/json，而不是 application/x-www-form-urlencoded。',
    pass: () => '没有这样的调用',
    reasons: {
      deprecated: {
        message: ({ callee, instead }) => `${callee} 将被废弃，由 ${instead} 代替。`,
        fix: ({ instead }) =>
          `请调用 ${instead}；服务器需要表单时设置 headers: { 'content-type': 'application/x-www-form-urlencoded' }。`,
      },
    },
  },
  'project/referer-header': {
    title: '不设置 Referer 请求头',
    why: 'Referer 由平台自己填写，代码设置的值不会发出，依赖它的服务器会拒绝请求。',
    mend: '请去掉该请求头。服务器要区分调用方时，可以读取平台发送的 Referer 中的 appid，或使用自定义的请求头。',
    pass: () => '没有设置 Referer',
    reasons: {
      set: {
        message: ({ header }) => `设置了请求头 ${header}，而它不可设置。`,
        fix: () => '请去掉；服务器需要的内容请放在自定义的请求头中。',
      },
    },
  },
  'project/network-timeout': {
    title: '超时时间在平台支持的范围内',
    why: '最大超时时间是 60 秒；不到一秒的超时会中断移动网络本来还能应答的请求。',
    mend: '请在 app.json 中写 1000 到 60000 毫秒，个别调用可以另设 timeout。',
    pass: ({ least, most }) => `在 ${least} 到 ${most} 毫秒之间`,
    reasons: {
      'too-long': {
        message: ({ setting, value, most }) => `${setting} 是 ${value} 毫秒，最大为 ${most} 毫秒。`,
        fix: ({ most }) => `请写 ${most} 或更小。`,
      },
      'too-short': {
        message: ({ setting, value }) => `${setting} 是 ${value} 毫秒，慢的移动网络来不及应答。`,
        fix: ({ least }) => `请写 ${least} 或更大。`,
      },
    },
  },
  'project/url-check': {
    title: '开发者工具校验域名',
    why: '关闭校验后在开发者工具中一切正常，最先发现域名没有配置的会是用户。',
    mend: '请打开校验（详情 → 本地设置），并且不要把关闭的设置放进共享的项目文件。',
    pass: () => '校验已打开',
    reasons: {
      off: {
        message: ({ setting, value }) => `${setting} 为 ${value}：开发者工具不校验域名和证书。`,
        fix: ({ setting, value }) => `请把 ${setting} 设为 ${!value}，再试一遍小程序。`,
      },
    },
  },
  'project/page-resource': {
    title: '页面加载资源的主机',
    why: '图片、视频和音频也来自服务器，证书要求相同；web-view 只能打开业务域名。',
    mend: '只要这些服务器是自己的并且正常，就不必处理。wx.downloadFile 或 canvas 用到的请配置为 downloadFile 合法域名，web-view 的请配置为业务域名。',
    pass: () => '页面中没有主机',
    reasons: {
      media: {
        message: ({ origin, tag }) => `${origin} 提供展示或播放的内容（${tag}）。`,
        fix: () => '如果代码也从它下载，请配置到 downloadFile 合法域名。',
      },
      'web-view': {
        message: ({ origin }) => `<web-view> 打开 ${origin}：它需要的是业务域名，不是服务器域名。`,
        fix: (_, about) =>
          on(about, listsByApi)
            ? '请在后台的业务域名中配置，并在服务器上放置校验文件。'
            : '请在后台的 H5 域名中配置。',
      },
    },
  },
  'project/unaccounted-host': {
    title: '源码中的每个主机都属于已追踪到的调用',
    why: '没有调用使用的地址，可能属于扫描未能追踪的调用；若其主机未列入域名列表，该调用在手机上会失败。',
    mend: '请查看该地址的去向：程序会调用就列入域名列表，无处使用就删除，或在配置中说明可以保留的理由。',
    pass: () => '该主机已列入域名列表',
    reasons: {
      unaccounted: {
        message: ({ origin }) => `源码中有 ${origin}，但没有能追踪到的调用或页面使用它。`,
        fix: () => '请查看它的去向：会被调用就列入域名列表，否则删除。',
      },
      local: {
        message: ({ origin }) => `源码中有 ${origin}：只有您自己的机器或网络能访问它。`,
        fix: () => '请在发布前删除，或只保留在开发构建中。',
      },
      'in-prose': {
        message: ({ origin }) => `${origin} 只在文字说明中提到。`,
        fix: () => '除非程序也会调用它，否则无需处理。',
      },
      documentation: {
        message: ({ origin, what }) =>
          what === 'namespace' ? `${origin} 是命名空间的名称。` : `${origin} 是文档网站。`,
        fix: () => '除非程序会调用它，否则无需处理。',
      },
    },
  },
  'project/silent-client': {
    title: '每个请求库的调用都能看到',
    why: '项目依赖请求库却看不到它的调用：要么用不着它，要么它的调用没有被扫描发现。',
    mend: '没有使用就删除该依赖；否则请在配置的 scan.clients 中写明它的调用。',
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
  },
  'project/vendored-library': {
    title: '项目内的第三方库请求哪些服务器是清楚的',
    why: '拷贝进项目的引擎和 SDK 会自行发起网络请求。这些请求不是项目的错误，但它们的服务器同样需要配置到域名列表。',
    mend: '查阅该库的文档，确认它需要哪些服务器并加入列表。',
    pass: () => '项目内没有会发起请求的第三方库',
    reasons: {
      given: {
        message: ({ name, file, files }) =>
          `${name}（${file}${more(files)}）只请求传给它的地址；项目传给它的地址已在传入处检查。`,
        fix: () => '该库本身无需处理。',
      },
      own: {
        message: ({ name, file, files, calls }) =>
          `${name}（${file}${more(files)}）还会请求由其设置或其服务器下发的地址${calls > 0 ? `（${calls} 处调用）` : ''}；它自带的地址已列入发现的主机。`,
        fix: () => '查阅该库的文档，确认它需要哪些服务器并加入列表。',
      },
    },
  },
  'project/seen-host': {
    title: '源码与录制的会话访问相同的服务器',
    why: '只在录制中出现的主机，其调用方式扫描无法跟踪，或由服务器下发；只在源码中出现的主机，本次会话没有试到。',
    mend: '请把会话访问而源码没有写明的主机加入列表；发布前试一试调用其余主机的页面。',
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
  },
  'project/scan-setting': {
    title: '配置中关于源码的设置',
    why: '配置的 `scan` 会改变源码中找到的内容：每份报告都会列出，不会悄悄略去；没有起作用的设置会给出警告，因为可能写错了。',
    mend: '请删除没有起作用的设置，或按报告中的写法改正。',
    pass: () => '配置没有关于源码的设置',
    reasons: {
      'in-force': { message: (found) => steered(found), fix: () => '请不时确认它仍然成立。' },
      unused: {
        message: ({ key, name }) => `scan.${key}：${name} 没有起作用，源码中没有它所指的内容。`,
        fix: () => '请删除，或按报告中的写法改正。',
      },
    },
  },
  'project/unused-domain': {
    title: '列表中的主机都有调用',
    why: '列表的数量有限；无人照看的域名可能易主，而小程序仍然信任它。',
    mend: '除非插件、网页或服务器下发的数据会用到，请从列表中删除。',
    pass: () => '列表中的主机在源码中都有提到',
    reasons: {
      unused: {
        message: ({ host, api }, { subject }) => `${subject || host} 配置在 ${api} 中，但源码没有提到它。`,
        fix: (_, about) => withRelease('除非插件或数据会用到，请从列表中删除。', about),
      },
      'not-determined': {
        message: ({ host, calls, files }, { subject }) =>
          `无法确定 ${subject || host} 是否用到：${gaps(calls, files)}。`,
        fix: () => '相关调用见 project/unlisted-domain。',
      },
    },
  },
}
