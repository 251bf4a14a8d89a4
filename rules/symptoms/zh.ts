/** 每种现象说明什么，先看什么。 */
import type { SymptomTexts } from '../texts/types.js'

export const symptoms: SymptomTexts = {
  'not-in-list':
    '小程序请求的域名不在后台为该 API 配置的列表里。协议、端口和完整域名都要一致；每个 API 各有一份列表；修改后要刷新项目配置或重新发布才会在手机上生效。',
  'socket-address': 'TCP 套接字要连接的域名不在 tcp 合法域名里，或者是局域网以外的 IP 地址。',
  'web-view-not-in-list': 'web-view 打开的页面不在业务域名里。业务域名与服务器域名是两份列表。',
  'not-checked-in-tools': '开发者工具关闭了域名、TLS 版本和证书校验。在工具里能用，到手机上可能全部失败。',
  handshake:
    '手机上的 TLS 握手失败，原因有很多。最常见的是服务器没有下发中间证书：浏览器和开发者工具会自己补上，手机不会。',
  'tls-version':
    '服务器与手机没有共同的 TLS 版本、加密套件或密钥类型。小程序要求 TLS 1.2 及以上，iOS 还要求前向保密。',
  'server-name': '服务器上没有这个域名的站点：域名没有绑定证书或虚拟主机，或者应答的是另一台机器。',
  'client-certificate': '服务器要求客户端证书（双向 TLS）。小程序无法提供。',
  'plain-http': '这个端口上应答的不是 TLS，多半是明文 HTTP。',
  untrusted: '手机无法从证书走到内置的根证书：证书链不完整，或者根证书不在手机里、已不受信任。',
  'self-signed': '证书或证书链末端的根是自签名的，手机没有内置。',
  'wrong-name':
    '证书不是为这个域名签发的。如果只有部分用户遇到，可能是多个地址中的某一个，或不带域名（SNI）的请求拿到了别的证书。',
  dates: '证书链中有证书过期或尚未生效，或者手机的时间不对。',
  'invalid-certificate': '证书受信任，但不符合要求：密钥类型或曲线、用途或编码有问题。',
  'key-usage': '证书的密钥用途不允许协商出的密钥交换方式。',
  weak: '证书用 SHA-1 或 MD5 签名，或者密钥太短。',
  lifetime: '证书的有效期超过客户端允许的长度。',
  transparency: '证书没有足够的公开日志记录，或者服务器没有下发证明。',
  revoked: '证书已被吊销，或者无法确认其状态。',
  'name-constraints': '证书链中的某个 CA 无权为这个域名签发证书。',
  'no-address': '域名没有解析结果，或者手机所用的 DNS 解析不到。',
  refused: '该地址和端口上没有服务，或者路由不通。',
  http2:
    'HTTP/2 应答不被客户端接受。最常见的原因是网关转发了后端的响应头（Upgrade、Connection）：iOS 会因此丢弃应答，而 Android 和开发者工具会忽略它们。',
  reset:
    '连接被切断。在中国大陆，域名未备案就是这种表现；此外可能是防火墙、丢弃大 ClientHello 的代理，或者服务器拒绝了客户端。',
  'time-out': '没有及时应答：防火墙、无人服务的 IPv6 地址、服务器太慢，或者代码里的超时设得太短。',
  'not-filed': '域名没有 ICP 备案，或者备案主体与后台要求的不一致。',
  'list-refused': '后台拒绝了列表中的条目：格式、协议或端口不对，写了 IP 地址，或者超过数量上限。',
  'http-not-allowed': '手机拒绝明文 HTTP 或 ws。小程序只能使用 https 和 wss。',
  'invalid-url': 'URL 本身有问题：缺少协议、有未编码的字符，或者太长。',
  redirects: '服务器重定向次数过多或循环重定向。',
  'web-socket': 'WebSocket 升级失败：域名不在 socket 列表里，或者服务器前面的代理丢掉了 Upgrade 头。',
  'sockets-at-once': '同时打开的连接超过平台上限。',
  'hot-link':
    '服务器返回 403。如果浏览器访问是 200，请检查防盗链规则：小程序的 Referer 是 servicewechat.com。',
  'not-json': '返回的不是代码期望的 JSON：错误页、拦截页，或者字符编码不对。',
  'network-changed': '手机断网、切换网络或代理失败。这与服务器无关，请换个网络再试。',
  'net-error':
    '网络栈只报告失败，没有给出原因。请在完整的错误信息里找 -202 这样的代码或 ERR_CERT_AUTHORITY_INVALID 这样的字样，再粘贴进来。',
}
