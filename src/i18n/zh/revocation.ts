import type { RevocationTexts } from '../revocation-texts.js'

const SOURCES = { staple: '服务器附带的 OCSP 响应', ocsp: 'OCSP', crl: '吊销列表' } as const

export const revocation: RevocationTexts = {
  'certificate/revocation': {
    title: '证书未被吊销',
    why: 'iOS 和 Chromium 得知证书已被 CA 吊销后会拒绝它。证书承诺附带 OCSP 响应（must-staple）却没有做到时，识别该承诺的客户端会拒绝连接。',
    pass: ({ source, until }) =>
      `${SOURCES[source]}表明未被吊销${until === null ? '' : `（有效至 ${until}）`}`,
    reasons: {
      revoked: {
        message: ({ certificate, leaf, source, since, cause }) =>
          `${leaf ? '证书' : `中间证书“${certificate.subject}”`}已于 ${since} 被吊销（${cause}），依据是${SOURCES[source]}。`,
        fix: ({ leaf }) =>
          leaf
            ? '请用新密钥重新签发并安装证书，并向 CA 询问旧证书被吊销的原因。'
            : '请由其他中间证书重新签发。',
      },
      'revoked-staple': {
        message: ({ since, cause }) =>
          `证书已于 ${since} 被吊销（${cause}），依据是服务器自己附带的 OCSP 响应。`,
        fix: () => '请用新密钥重新签发并安装证书，并向 CA 询问旧证书被吊销的原因。',
      },
      'stale-staple': {
        message: ({ certificate, why }) =>
          `为“${certificate.subject}”附带的 OCSP 响应无效（${why}）；Android 自带的 TLS 会严格检查它，可能拒绝连接。`,
        fix: () =>
          '请检查服务器能否访问 OCSP 服务并按时更新响应，或关闭 stapling。\n  nginx：ssl_stapling off;',
      },
      'no-staple': {
        message: ({ certificate }) =>
          `“${certificate.subject}”承诺附带 OCSP 响应（must-staple），但服务器没有发送。`,
        fix: () =>
          [
            '请开启 OCSP stapling，或重新签发不带 must-staple 的证书。',
            '  nginx：ssl_stapling on; ssl_stapling_verify on;',
          ].join('\n'),
      },
      'bad-staple': {
        message: ({ certificate, why }) =>
          `“${certificate.subject}”承诺附带 OCSP 响应（must-staple），但服务器发送的响应无效（${why}）。`,
        fix: () => '请检查服务器能否访问 OCSP 服务并按时更新响应。',
      },
      'no-answer': {
        message: ({ certificate, asked }) =>
          `无法得知“${certificate.subject}”是否已被吊销（${asked.map(({ url, failure }) => `${url}：${failure}`).join('；')}）。`,
      },
    },
  },
}
