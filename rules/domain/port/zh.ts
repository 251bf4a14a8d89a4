import type { RuleText } from '../../../src/i18n/types.js'
import {
  allowsPorts,
  namesOf,
  noteOf,
  on,
  takesNoPorts,
  withRelease,
} from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '只在平台支持时写端口',
  why: '微信按文本比较 https 域名与端口，差一个字符就会报“url not in domain list”（不在以下 request 合法域名列表中）。',
  howToFix:
    '改用 443 端口，不写端口号：nginx 中一条 proxy_pass 即可。端口必须保留时，后台与代码中的写法要一字不差。',
  pass: () => '没有写端口',
  reasons: {
    'https-port': {
      message: ({ host, port }, about) =>
        `只有 https://${host}:${port} 本身可用，https://${host} 和其他端口都会失败。${noteOf(about, 'port')}`,
      fix: ({ host, port }) =>
        `如果代码中也有不带 :${port} 的请求，请同时配置 https://${host}。若要按旧文档检查："domain/port": ["error", { "ports": "forbid" }]`,
    },
    'default-port': {
      message: ({ host }) => `https://${host}:443 只匹配同样写了 :443 的请求；请求 https://${host} 会失败。`,
      fix: ({ host }) => `请配置 https://${host}，代码中也不要写 :443。`,
    },
    'wss-port': {
      message: ({ host, port }) =>
        `wss://${host}:${port} 不需要端口。微信较新的文档写明：对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口。`,
      fix: ({ host }) => `请配置 wss://${host}。`,
    },
    undocumented: {
      message: ({ host, port }, about) =>
        `${host} 配置了端口 ${port}；${namesOf(about, () => true)} 的文档没有说明域名列表是否支持端口，可能无法生效。`,
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
} satisfies RuleText<typeof rule>
