import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '服务器之前没有设备拦下小程序的请求',
  why: '云服务商的拦截页、防盗链规则或面向浏览器的验证会代替服务器作答：调用得到的是网页而不是数据，而用浏览器访问可能一切正常。',
  pass: ({ paths }) => `应答来自服务器本身（${paths.join('、')}）`,
  reasons: {
    unfiled: {
      message: ({ path, status, provider, sign }, { subject }) =>
        `${subject}${path} 应答 ${status}，内容是${provider === 'Alibaba Cloud' ? '阿里云' : provider === 'Tencent Cloud' ? '腾讯云' : '云服务商'}对未备案域名的拦截页（${sign}）。`,
      fix: () =>
        '请在 https://beian.miit.gov.cn 查询注册域名。未备案的请先备案；已在其他服务商备案的，请在当前服务商做接入备案；修改服务器配置无济于事。',
    },
    'hot-link': {
      message: ({ path, status, without }, { subject }) =>
        `${subject}${path} 对微信发送的 Referer（https://servicewechat.com/…）应答 ${status}，不带 Referer 时应答 ${without}：防盗链规则拒绝了小程序。`,
      fix: () =>
        [
          '请在服务器、CDN 或对象存储的防盗链规则中放行 servicewechat.com。',
          '  nginx：valid_referers none blocked servicewechat.com *.servicewechat.com;',
        ].join('\n'),
    },
    challenge: {
      message: ({ path, status, by }, { subject }) =>
        `${subject}${path} 应答 ${status}，这是 ${by} 只有浏览器才能通过的验证；小程序无法通过。`,
      fix: () => '请在 CDN 的设置中让接口路径免于验证和机器人防护。',
    },
    firewall: {
      message: ({ path, status, by }, { subject }) =>
        `${subject}${path} 返回 ${status}，内容是${by === 'Alibaba Cloud' ? '阿里云' : ` ${by} `}防火墙（WAF）的拦截页：请求没有到达服务器。`,
      fix: () =>
        '请在防火墙日志中查找该请求，并放行小程序对该路径的请求。如果规则只针对本机地址，请换一台机器重试。',
    },
    'origin-lost': {
      message: ({ path, status, by, title }, { subject }) =>
        `${subject}${path} 返回 ${status}${title ? `（${title}）` : ''}：服务器前面的 ${by} 无法正常连接到源站。`,
      fix: ({ status }) =>
        status === 525 || status === 526
          ? '请修复源站的证书和 TLS，或选择与之匹配的模式（Full、Full strict）。'
          : '请启动源站服务，或更正回源地址。',
    },
    'plain-to-tls': {
      message: ({ path, status, sign }, { subject }) =>
        `${subject}${path} 返回 ${status}，“${sign}”：TLS 在服务器之前就已终止，明文 HTTP 被转发到了要求 TLS 的端口。`,
      fix: () =>
        [
          '请让网关以 HTTPS 转发，或转发到服务器的 HTTP 端口。',
          '  nginx：proxy_pass https://backend;    腾讯云 CLB、阿里云 SLB/ALB：后端协议选 HTTPS，或改用后端的 HTTP 端口',
        ].join('\n'),
    },
    misdirected: {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} 应答 ${status}（Misdirected Request）：这台服务器在该连接上不提供这个域名。`,
      fix: () =>
        '请将域名绑定到此处应答的虚拟主机；经过网关时请传递域名（nginx：proxy_ssl_server_name on;）。',
    },
  },
} satisfies RuleText<typeof rule>
