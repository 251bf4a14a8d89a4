/** Text shared by several rules about certificates. */
export const REISSUE = '请重新签发证书，连同证书链一起安装，并重新加载服务。'

export const OTHER_CHAIN = '请向 CA 索取使用当前中间证书的证书链，或改由其他 CA 签发证书。'

export const whose = ({ subject }: { subject: string }, leaf: boolean) =>
  leaf ? '证书' : `中间证书“${subject}”`

export const REISSUE_ADVICE = '向公共 CA 重新申请证书，连同证书链一起安装，重新加载服务器，再检查一次。'

export const calledBy = (name: string, issuer: string | null) =>
  issuer === null || issuer === name ? `“${name}”` : `“${name}”（由“${issuer}”签发）`

export const chainFix = (missing: string, issuer: string | null) =>
  [
    `请配置完整证书链：把${calledBy(missing, issuer)}追加到服务器证书之后。`,
    ...(issuer === null ? ['如果有两张同名证书，请用由其他机构签发的那张，而不是自签名的那张。'] : []),
    '  nginx：ssl_certificate 应指向 fullchain.pem，而不是 cert.pem',
    '  腾讯云 CLB、阿里云 SLB/ALB：上传包含中间证书的证书包',
    '然后重新加载服务，再检查一次。',
  ].join('\n')
