/** What a colleague would say when asked how to mend it, by rule, English. Commands are indented by two spaces. */
const CONSOLE =
  'Change the entry in the console and in the config alike; on Alipay and mPaaS the mini program must then be packed and uploaded again.'
const REISSUE =
  'Reissue the certificate from a public CA, install it with its chain, reload the server, check again.'

export const mend: Readonly<Record<string, string>> = {
  'certificate/chain-complete': [
    'Most often the server was given cert.pem where it needs fullchain.pem. Make the chain and serve it:',
    '  hefa chain api.example.com --output fullchain.pem',
    '  ssl_certificate /etc/nginx/fullchain.pem;',
    'then nginx -t && nginx -s reload. On a load balancer or CDN upload the same file as the certificate body. A browser proves nothing here: it fetches what is missing, Android does not.',
  ].join('\n'),
  'certificate/chain-order': [
    'Put the certificates in the order in which they certify each other: the server’s own first, then its issuer, and so on, without the root. This does it:',
    '  hefa chain fullchain.pem --output ordered.pem',
  ].join('\n'),
  'certificate/chain-surplus': [
    'Remove what no client needs: the root, duplicates, certificates of another chain.',
    '  hefa chain fullchain.pem --output shorter.pem',
  ].join('\n'),
  'certificate/key-match':
    'Install the private key the certificate was requested with, or reissue the certificate for the key you have. Check before you deploy:\n  hefa cert fullchain.pem --domain api.example.com --key privkey.pem',
  'certificate/trusted': [
    'See which root the chain ends in. If it is a company’s own, phones of users will never know it: take a certificate of a public CA. If it is a young root, older phones miss it: ask the CA for the chain with its cross-sign and serve that. Devices of your own that have the root can be judged with --ca.',
    '  hefa cert fullchain.pem --domain api.example.com',
  ].join('\n'),
  'certificate/hostname': [
    'Order a certificate that names this host in its subjectAltName; the common name no longer counts. Remember that *.example.com covers a.example.com, but neither example.com nor a.b.example.com. If the right certificate exists, the server picks another one: look at its virtual hosts and at SNI.',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName',
  ].join('\n'),
  'certificate/expires-soon': [
    'Renew now, then find out why the machine did not: the job still runs, the new file is where the server reads it, and the server was reloaded (the most forgotten step). Then put a watch on it:',
    '  certbot renew --dry-run',
    '  hefa renewals --within 30d',
  ].join('\n'),
  'certificate/validity': `${REISSUE} If a new one is already on disk, only the reload is missing. If an intermediate has expired, replace it by the current one of your CA (hefa chain finds it).`,
  'certificate/self-signed': REISSUE,
  'certificate/distrusted-ca':
    'Change to another CA: no setting of the server makes phones accept this one again.',
  'certificate/path':
    'Ask the CA for the right intermediate; a certificate of a private CA must be reissued with the right extensions.',
  'certificate/key-strength':
    'Make a new key, RSA of 2048 bits or P-256, and have the certificate issued for it.\n  openssl ecparam -name prime256v1 -genkey -noout -out key.pem',
  'certificate/signature-algorithm': `${REISSUE} Every CA signs with SHA-256 or better today; a leftover SHA-1 intermediate is replaced by its successor.`,
  'certificate/extended-key-usage': `${REISSUE} A private CA must set extendedKeyUsage = serverAuth.`,
  'certificate/lifetime': `${REISSUE} Configure a shorter lifetime in a private CA; automate the renewal, since lifetimes fall to 47 days by 2029.`,
  'certificate/transparency': `${REISSUE} Public CAs embed the timestamps by themselves, unless the order asked them not to.`,
  'certificate/revocation': `${REISSUE} Make a new key as well if the old one leaked. For a certificate that requires stapling: ssl_stapling on; and a resolver in nginx.`,
  'certificate/encoding': REISSUE,
  'tls/refusal': [
    'See what the server says with the name and without it, and compare both with its configuration:',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  openssl s_client -connect HOST:443 -noservername </dev/null',
  ].join('\n'),
  'tls/version': [
    'Turn on TLS 1.2 and 1.3 where TLS ends, which may be a load balancer or CDN in front of your server:',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    'It needs OpenSSL 1.0.1 for 1.2 and 1.1.1 for 1.3. In nginx the first server block of an address decides for all of them.',
  ].join('\n'),
  'tls/ats-cipher': [
    'Offer a suite with ECDHE and AES-GCM or ChaCha20, or simply TLS 1.3:',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    '  ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384;',
  ].join('\n'),
  'tls/client-handshake':
    'Look at what the named phone offers and what the server insists on: usually a list of suites or curves that is too short. Mozilla’s “intermediate” configuration reaches every phone listed here.',
  'tls/reachable': [
    'See whether it listens, and whether a firewall or security group lets the internet in. Something that answers, but not with TLS, is often the plain HTTP port:',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  ssl is missing in: listen 443 ssl;',
  ].join('\n'),
  'tls/obsolete-version':
    '  ssl_protocols TLSv1.2 TLSv1.3;\nand nothing older, at the balancer too. Only users of Android 4.4 and older lose by it.',
  'tls/server-name':
    'Nothing has to be done: every supported phone sends the name. To be safe, make the default virtual host serve the same certificate.',
  'dns/resolves': [
    'Look the name up at a resolver users have; a name that was just added needs its TTL to pass:',
    '  dig +short HOST @223.5.5.5',
    'If only your company’s resolver knows it, phones do not.',
  ].join('\n'),
  'dns/private-address':
    'Give the name a public address, or put a public load balancer in front. If only your office’s resolver answers so, ask another: --dns 223.5.5.5.',
  'dns/ipv6':
    'Make the server listen on IPv6 (listen [::]:443 ssl;) and open the firewall for it, or remove the AAAA record: phones in mobile networks try it first.',
  'dns/consistent':
    'One machine behind this name was forgotten when the certificate was renewed. Put the same files on all of them and reload each; a CDN needs some minutes.',
  'domain/scheme': `Write https:// for request, uploadFile and downloadFile, wss:// for connectSocket, and serve TLS there. ${CONSOLE}`,
  'domain/ip-address': `Give the server a name (with an ICP filing where that is required) and a certificate for it. ${CONSOLE}`,
  'domain/localhost':
    'For work on your own machine turn off the domain check in devtools (详情 → 本地设置 → 不校验合法域名); what is released needs a public name.',
  'domain/forbidden-host':
    'Call api.weixin.qq.com from your own server, where the AppSecret stays, and let the mini program call that server.',
  'domain/port':
    'Serve on 443 and leave the port out: behind nginx that is one proxy_pass. If the port must stay, list and call exactly the same text.',
  'domain/syntax': `Write only scheme, host and, where there is one, port: https://api.example.com. ${CONSOLE}`,
  'domain/limit':
    'Gather several back ends behind one host with paths of its own, and remove what no code calls any more (hefa scan lists it).',
  'domain/duplicate': 'Remove the second one.',
  'domain/subdomain': 'WeChat: list every host by itself. Alipay: the parent domain is enough.',
  'domain/public-suffix': `Bind a domain of your own to the service (CNAME) and list that one. ${CONSOLE}`,
  'domain/icp-tld':
    'Move to a top-level domain that can be filed, such as .com or .cn, before the console refuses it.',
  'domain/icp-filing': [
    'Look the number up at beian.miit.gov.cn and write it into the config; the filing of an app or mini program does not stand for its server’s domain:',
    '  "icp": { "example.com": "京ICP备2024000001号-1" }',
  ].join('\n'),
  'http/redirect': 'Call the final address at once, or list the host it leads to under the same API.',
  'http/charset': 'Answer in UTF-8 and say so: Content-Type: application/json; charset=utf-8.',
  'http/response-time':
    'Move slow work out of the request (a job and a second call), and check whether the first byte waits for a cold start.',
  'http/websocket': [
    'Let the proxy pass the upgrade on:',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Upgrade $http_upgrade;',
    '  proxy_set_header Connection "upgrade";',
    'If sockets are served on another path, name it under "paths".',
  ].join('\n'),
  'http/status':
    'Name a path under "paths" that answers 200, such as a health check; a 5xx there is for the server’s log to explain.',
}
