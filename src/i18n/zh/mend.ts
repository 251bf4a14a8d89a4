/** What a colleague would say when asked how to mend it, by rule, Chinese. Commands are indented by two spaces. */
const CONSOLE = '后台和配置要一起改；支付宝和 mPaaS 改完后还须重新打包上传小程序。'
const REISSUE = '向公共 CA 重新申请证书，连同证书链一起安装，重新加载服务器，再检查一次。'

export const mend: Readonly<Record<string, string>> = {
  'certificate/chain-complete': [
    '最常见的原因是该配 fullchain.pem 的地方配成了 cert.pem。生成完整证书链并使用它：',
    '  hefa chain api.example.com --output fullchain.pem',
    '  ssl_certificate /etc/nginx/fullchain.pem;',
    '然后 nginx -t && nginx -s reload。负载均衡或 CDN 上把同一个文件作为证书内容上传。浏览器能打开说明不了问题：它会自己补齐缺失的证书，Android 不会。',
  ].join('\n'),
  'certificate/chain-order': [
    '按签发顺序排列：先是服务器自己的证书，再是它的签发者，依次往上，不含根证书。可以这样整理：',
    '  hefa chain fullchain.pem --output ordered.pem',
  ].join('\n'),
  'certificate/chain-surplus': [
    '去掉客户端用不到的：根证书、重复的、别的证书链的。',
    '  hefa chain fullchain.pem --output shorter.pem',
  ].join('\n'),
  'certificate/key-match':
    '请安装申请证书时所用的私钥，或用现有私钥重新申请证书。部署前可以先核对：\n  hefa cert fullchain.pem --domain api.example.com --key privkey.pem',
  'certificate/trusted': [
    '先看证书链到哪个根为止。企业自建的根，用户手机永远不认识：请换公共 CA 的证书。根太新则旧手机没有：向 CA 索取带交叉签名的证书链并部署它。已装有该根的自有设备可用 --ca 判定。',
    '  hefa cert fullchain.pem --domain api.example.com',
  ].join('\n'),
  'certificate/hostname': [
    '申请 subjectAltName 中写有该主机的证书；通用名（CN）已不起作用。注意 *.example.com 能覆盖 a.example.com，但覆盖不了 example.com 和 a.b.example.com。如果正确的证书已经有了，就是服务器选错了证书：检查虚拟主机和 SNI。',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName',
  ].join('\n'),
  'certificate/expires-soon': [
    '现在就续期，再查清自动续期为什么没有起作用：任务还在运行吗，新文件放到服务器读取的位置了吗，服务器重新加载了吗（最容易忘的一步）。之后加上监控：',
    '  certbot renew --dry-run',
    '  hefa renewals --within 30d',
  ].join('\n'),
  'certificate/validity': `${REISSUE}如果新证书已在磁盘上，只差重新加载。如果是中间证书过期，换成 CA 当前的中间证书（hefa chain 能找到）。`,
  'certificate/self-signed': REISSUE,
  'certificate/distrusted-ca': '换一家 CA：服务器上无论怎么设置，手机都不会再接受这一家。',
  'certificate/path': '向 CA 索取正确的中间证书；自建 CA 的证书须按正确的扩展重新签发。',
  'certificate/key-strength':
    '生成新密钥（RSA 2048 位或 P-256），再用它申请证书。\n  openssl ecparam -name prime256v1 -genkey -noout -out key.pem',
  'certificate/signature-algorithm': `${REISSUE}如今各家 CA 都用 SHA-256 以上签名；遗留的 SHA-1 中间证书换成新的即可。`,
  'certificate/extended-key-usage': `${REISSUE}自建 CA 须设置 extendedKeyUsage = serverAuth。`,
  'certificate/lifetime': `${REISSUE}自建 CA 请改用更短的有效期；有效期到 2029 年将缩短为 47 天，请让续期自动化。`,
  'certificate/transparency': `${REISSUE}公共 CA 会自动嵌入时间戳，除非申请时要求不嵌入。`,
  'certificate/revocation': `${REISSUE}若密钥已泄露，须同时更换密钥。证书要求装订（must-staple）时，在 nginx 中设置 ssl_stapling on; 和 resolver。`,
  'certificate/encoding': REISSUE,
  'tls/refusal': [
    '分别查看带域名和不带域名时服务器的应答，并与它的配置对照：',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  openssl s_client -connect HOST:443 -noservername </dev/null',
  ].join('\n'),
  'tls/version': [
    '在终结 TLS 的地方（可能是服务器前面的负载均衡或 CDN）打开 TLS 1.2 和 1.3：',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    'TLS 1.2 需要 OpenSSL 1.0.1，TLS 1.3 需要 1.1.1。nginx 中同一地址由第一个 server 块说了算。',
  ].join('\n'),
  'tls/ats-cipher': [
    '提供 ECDHE 加 AES-GCM 或 ChaCha20 的套件，或者直接打开 TLS 1.3：',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    '  ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384;',
  ].join('\n'),
  'tls/client-handshake':
    '对照报告中那种手机支持的内容和服务器坚持的内容：多半是套件或曲线列得太少。采用 Mozilla 的 intermediate 配置，这里列出的手机都能连上。',
  'tls/reachable': [
    '看服务是否在监听，防火墙或安全组是否放行公网。有应答但不是 TLS，往往是配到了明文 HTTP 端口：',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  是否漏写了 ssl：listen 443 ssl;',
  ].join('\n'),
  'tls/obsolete-version':
    '  ssl_protocols TLSv1.2 TLSv1.3;\n不要更旧的版本，负载均衡上也一样。受影响的只有 Android 4.4 及更旧的用户。',
  'tls/server-name': '可以不处理：受支持的手机都会发送主机名。稳妥起见，让默认虚拟主机使用同一个证书。',
  'dns/resolves': [
    '用用户所用的 DNS 查询；刚添加的记录要等 TTL 过去：',
    '  dig +short HOST @223.5.5.5',
    '如果只有公司内部的 DNS 能解析，手机就解析不到。',
  ].join('\n'),
  'dns/private-address':
    '给域名配公网地址，或在前面放公网负载均衡。如果只有办公网 DNS 这样应答，换一个查询：--dns 223.5.5.5。',
  'dns/ipv6':
    '让服务器监听 IPv6（listen [::]:443 ssl;）并放行防火墙，否则删掉 AAAA 记录：移动网络中的手机会先用它。',
  'dns/consistent':
    '更换证书时漏掉了该域名后面的某台机器。把相同的文件放到每一台并逐一重新加载；CDN 需要等几分钟。',
  'domain/scheme': `request、uploadFile、downloadFile 写 https://，connectSocket 写 wss://，并在那里提供 TLS 服务。${CONSOLE}`,
  'domain/ip-address': `给服务器配一个域名（需要备案的要备案）和相应的证书。${CONSOLE}`,
  'domain/localhost':
    '在本机开发时，在开发者工具中关闭域名校验（详情 → 本地设置 → 不校验合法域名）；正式发布必须用公网域名。',
  'domain/forbidden-host':
    '在自己的服务器上调用 api.weixin.qq.com（AppSecret 留在那里），小程序只调用自己的服务器。',
  'domain/port':
    '改用 443 端口，不写端口号：nginx 中一条 proxy_pass 即可。端口必须保留时，后台与代码中的写法要一字不差。',
  'domain/syntax': `只写协议、主机名，有端口时写端口：https://api.example.com。${CONSOLE}`,
  'domain/limit': '把多个后端合并到同一主机的不同路径下，并去掉代码已不再调用的域名（hefa scan 可查）。',
  'domain/duplicate': '去掉重复的那一项。',
  'domain/subdomain': '微信：每个主机单独列出。支付宝：写上级域名就够了。',
  'domain/public-suffix': `给该服务绑定自己的域名（CNAME），列出自己的域名。${CONSOLE}`,
  'domain/icp-tld': '趁后台尚未拒绝，换成能备案的顶级域名，例如 .com 或 .cn。',
  'domain/icp-filing': [
    '在 beian.miit.gov.cn 查到备案号并写入配置；App 或小程序的备案不能代替服务器域名的备案：',
    '  "icp": { "example.com": "京ICP备2024000001号-1" }',
  ].join('\n'),
  'http/redirect': '直接请求最终地址，或把跳转到的主机加入同一 API 的列表。',
  'http/charset': '用 UTF-8 应答并注明：Content-Type: application/json; charset=utf-8。',
  'http/response-time': '把慢的工作移出请求（先提交任务，再查询结果），并看首字节是否在等冷启动。',
  'http/websocket': [
    '让代理转发升级请求：',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Upgrade $http_upgrade;',
    '  proxy_set_header Connection "upgrade";',
    '如果 WebSocket 在别的路径上，写进 "paths"。',
  ].join('\n'),
  'http/status': '在 "paths" 中写一个会返回 200 的路径，例如健康检查；那里出现 5xx 就要查服务器日志。',
}
