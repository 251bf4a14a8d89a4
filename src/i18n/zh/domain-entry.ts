/** Texts of the rules about one domain entry. */
import type { DomainTexts } from '../en/domain.js'
import {
  allowsPorts,
  callsLan,
  FOLDS,
  namesOf,
  noteOf,
  on,
  PROBLEMS,
  takesNoPorts,
  withRelease,
} from './domain-words.js'

export const domainEntry: Pick<
  DomainTexts,
  | 'domain/scheme'
  | 'domain/ip-address'
  | 'domain/localhost'
  | 'domain/forbidden-host'
  | 'domain/port'
  | 'domain/syntax'
  | 'domain/public-suffix'
> = {
  'domain/scheme': {
    title: '域名的协议与接口一致',
    why: 'request、uploadFile、downloadFile 只支持 https，connectSocket 只支持 wss。其他协议在后台无法保存，在手机上也无法调用。',
    pass: ({ scheme }) => `以 ${scheme}:// 开头`,
    reasons: {
      missing: {
        message: ({ api, expected }, { subject }) =>
          `${subject} 没有写协议；${api} 的域名应以 ${expected}:// 开头。`,
        fix: ({ expected }, about) => withRelease(`请在前面加上 ${expected}://。`, about),
      },
      insecure: {
        message: ({ api, scheme, expected }, { subject }) =>
          `${subject} 使用不加密的 ${scheme}://；${api} 只支持 ${expected}://。`,
        fix: ({ expected }, about) => withRelease(`请为服务器部署证书，并改为 ${expected}://。`, about),
      },
      'other-api': {
        message: ({ api, scheme, expected, apis }, { subject }) =>
          `${subject} 配置在 ${api} 中，而 ${api} 只支持 ${expected}://；${scheme}:// 属于 ${apis.join('、')}。`,
        fix: ({ expected, apis }, about) =>
          withRelease(`请移到 ${apis.join(' 或 ')}，或改为 ${expected}://。`, about),
      },
      unsupported: {
        message: ({ api, scheme, expected }, { subject }) =>
          `${subject} 使用 ${scheme}://；${api} 只支持 ${expected}://。`,
        fix: ({ expected }, about) => withRelease(`请写成 ${expected}:// 加域名。`, about),
      },
    },
  },
  'domain/ip-address': {
    title: '使用域名而不是 IP 地址',
    why: '无论以何种写法，IP 地址都不能配置为服务器域名，也无法进行 ICP 备案。',
    pass: ({ host }) => `${host} 是域名`,
    reasons: {
      address: {
        message: ({ written, address }) =>
          address === null
            ? `${written} 以数字结尾，客户端会当作 IP 地址解析，而它连有效的 IP 地址都不是。`
            : `${written} 是 IP 地址${written === address ? '' : `（${address}）`}，不是域名。`,
        fix: (_, about) => withRelease('请配置解析到该服务器的域名。', about),
      },
      'lan-address': {
        message: ({ written, address }, about) =>
          `${written} 是局域网 IP 地址${written === address ? '' : `（${address}）`}，不是域名。${
            on(about, callsLan)
              ? `${namesOf(about, callsLan)}小程序访问局域网 IP 时不校验域名，但局域网 IP 仍不能配置为服务器域名。`
              : ''
          }`,
        fix: (_, about) =>
          withRelease(
            on(about, callsLan)
              ? '如果只用于访问同一局域网内的设备，请从列表中删除；否则请配置域名。'
              : '请配置解析到公网服务器的域名。',
            about,
          ),
      },
    },
  },
  'domain/localhost': {
    title: '域名在公网上存在',
    why: 'localhost 和不进入公共 DNS 的名称最多只能在开发者电脑上使用，在手机上无法访问。',
    pass: ({ host, given }) =>
      given ? `${host} 是测试域名，地址由 --resolve 指定` : `${host} 可以是公网域名`,
    reasons: {
      localhost: {
        message: ({ host }) => `${host} 指的是手机自己，任何平台都不允许配置为服务器域名。`,
        fix: (_, about) => withRelease('请配置服务器的公网域名。', about),
      },
      'single-label': {
        message: ({ host }) => `${host} 中没有点，这样的名称最多只存在于公司内网。`,
        fix: (_, about) => withRelease('请配置完整的公网域名，例如 https://api.example.com。', about),
      },
      'special-use': {
        message: ({ host, suffix }) => `${host} 不可能存在于公网：.${suffix} 是保留名称。`,
        fix: ({ host, suffix }, about) =>
          withRelease(
            suffix === 'test' || suffix === 'example'
              ? `请配置公网域名。如需对自己的服务器测试：--resolve ${host}:443:地址`
              : '请配置服务器的公网域名。',
            about,
          ),
      },
    },
  },
  'domain/forbidden-host': {
    title: '不配置微信自己的接口域名',
    why: '调用 api.weixin.qq.com 需要 AppSecret 或 access_token，它们必须留在自己的服务器上：放进小程序后任何人都能读到。',
    pass: ({ host }) => `${host} 不是平台自己的域名`,
    reasons: {
      forbidden: {
        message: ({ host }) => `${host} 不能被配置为服务器域名，相关接口也不能在小程序内调用。`,
        fix: () => '请在自己的服务器上保存 AppSecret 并调用该接口，改为配置自己的服务器域名。',
      },
    },
  },
  'domain/port': {
    title: '只在平台支持时写端口',
    why: '微信按文本比较 https 域名与端口，差一个字符就会报“url not in domain list”（不在以下 request 合法域名列表中）。',
    pass: () => '没有写端口',
    reasons: {
      'https-port': {
        message: ({ host, port }, about) =>
          `只有 https://${host}:${port} 本身可用，https://${host} 和其他端口都会失败。${noteOf(about, 'port')}`,
        fix: ({ host, port }) =>
          `如果代码中也有不带 :${port} 的请求，请同时配置 https://${host}。若要按旧文档检查："domain/port": ["error", { "ports": "forbid" }]`,
      },
      'default-port': {
        message: ({ host }) =>
          `https://${host}:443 只匹配同样写了 :443 的请求；请求 https://${host} 会失败。`,
        fix: ({ host }) => `请配置 https://${host}，代码中也不要写 :443。`,
      },
      'wss-port': {
        message: ({ host, port }) =>
          `wss://${host}:${port} 不需要端口。微信较新的文档写明：对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口。`,
        fix: ({ host }) => `请配置 wss://${host}。`,
      },
      undocumented: {
        message: ({ host, port }, about) =>
          `${host} 配置了端口 ${port}；${namesOf(about, () => true)} 的文档没有说明域名白名单是否支持端口，可能无法生效。`,
        fix: ({ host }, about) =>
          withRelease(`请让 ${host} 使用 443 端口并去掉端口，或在手机上用正式包验证。`, about),
      },
      forbidden: {
        message: ({ host, port }, about) =>
          !on(about, takesNoPorts)
            ? `${host} 配置了端口 ${port}，而当前配置禁止端口（"ports": "forbid"${noteOf(about, 'no-port')}）。`
            : `${host} 配置了端口 ${port}；${namesOf(about, () => true)}的域名列表不支持端口。`,
        fix: (_, about) =>
          withRelease(
            on(about, allowsPorts)
              ? `请改用 443 端口并去掉端口。若要按${namesOf(about, allowsPorts)}较新的文档允许端口："domain/port": ["error", { "ports": "allow" }]`
              : '请改用 443 端口并去掉端口。',
            about,
          ),
      },
    },
  },
  'domain/syntax': {
    title: '每一项都只有协议、域名和端口',
    why: '后台只接受协议、域名和端口；带有其他内容的项无法保存，或永远匹配不上。',
    pass: ({ text }) => `${text} 格式正确`,
    reasons: {
      malformed: {
        message: ({ problems, text }) =>
          `${JSON.stringify(text)} 不是合法的服务器域名，其中有：${problems.map((problem) => PROBLEMS[problem]).join('、')}。`,
        fix: ({ problems }, about) =>
          withRelease(
            problems.includes('wildcard')
              ? '请逐个写出完整域名：不支持通配符。'
              : '请只写协议和域名，例如 https://api.example.com。',
            about,
          ),
      },
      several: {
        message: ({ text, count }) => `${JSON.stringify(text)} 一项中写了 ${count} 个域名，一个都没有检查。`,
        fix: ({ parts, count }, about) =>
          withRelease(
            [
              '请每个域名各写一项：',
              ...parts.map((part) => `  ${JSON.stringify(part)},`),
              ...(count > parts.length ? [`  ……还有 ${count - parts.length} 个`] : []),
            ].join('\n'),
            about,
          ),
      },
      'trailing-slash': {
        message: ({ text }) => `${text} 末尾的“/”不属于服务器域名。`,
        fix: ({ cut }, about) => withRelease(`请写成 ${cut}`, about),
      },
      folded: {
        message: ({ folded, text, host }) =>
          `${text} 按 ${host ?? '空主机名'} 处理：已转换${folded.map((fold) => FOLDS[fold]).join('、')}。`,
        fix: ({ host }) => (host === null ? '请用小写 ASCII 字符书写域名。' : `请在后台填写 ${host}。`),
      },
    },
  },
  'domain/public-suffix': {
    title: '域名属于你自己',
    why: '云厂商公用后缀下的域名使用的是厂商的 ICP 备案，或者没有备案，可能被拒绝或随时收回。',
    pass: ({ host }) => `${host} 可以由使用者自己注册`,
    reasons: {
      suffix: {
        message: ({ host, kind }) =>
          kind === 'registry'
            ? `${host} 是注册局出售域名所用的后缀，任何人都无法拥有。`
            : `${host} 属于云厂商，供其客户共用。`,
        fix: (_, about) => withRelease('请配置服务器的完整域名，并使用自己的域名。', about),
      },
      'shared-hosting': {
        message: ({ host, suffix }) => `${host} 位于云厂商的 ${suffix} 之下：ICP 备案属于厂商，不属于你。`,
        fix: (_, about) => withRelease('请为服务绑定自己已备案的域名，并配置该域名。', about),
      },
    },
  },
}
