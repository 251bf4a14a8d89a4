import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

const NEW_KEY = '请用新密钥重新签发并安装证书，并向 CA 询问旧证书被吊销的原因。'

const SOURCES = { staple: '服务器附带的 OCSP 响应', ocsp: 'OCSP', crl: '吊销列表' } as const

export default {
  title: '证书未被吊销',
  why: 'iOS 和 Chromium 得知证书已被 CA 吊销后会拒绝它。证书承诺附带 OCSP 响应（must-staple）却没有做到时，识别该承诺的客户端会拒绝连接。',
  howToFix: `${REISSUE_ADVICE}若密钥已泄露，须同时更换密钥。证书要求装订（must-staple）时，在 nginx 中设置 ssl_stapling on; 和 resolver。`,
  pass: ({ source, until }) => `${SOURCES[source]}表明未被吊销${until === null ? '' : `（有效至 ${until}）`}`,
  unknown: {
    'no-answer': '已查询 OCSP 与 CRL，但没有得到有效应答',
    'issuer-no-answer': '签发者的证书同上',
  },
  reasons: {
    'revoked-staple': {
      message: ({ since, cause }) =>
        `证书已于 ${since} 被吊销（${cause}），依据是服务器自己附带的 OCSP 响应。`,
      fix: () => NEW_KEY,
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
    ...ofBoth<typeof rule>((isLeaf) => {
      const who = (subject: string) => (isLeaf ? `证书“${subject}”` : `中间证书“${subject}”`)
      return {
        revoked: {
          message: ({ certificate: { subject }, source, since, cause }) =>
            `${who(subject)}已于 ${since} 被吊销（${cause}），依据是${SOURCES[source]}。`,
          fix: () => (isLeaf ? NEW_KEY : '请改用其他中间证书重新签发。'),
        },
        'no-answer': {
          message: ({ certificate: { subject }, asked }) =>
            `无法得知${who(subject)}是否已被吊销（${asked.map(({ url, failure }) => `${url}：${failure}`).join('；')}）。`,
        },
      }
    }),
  },
} satisfies RuleText<typeof rule>
