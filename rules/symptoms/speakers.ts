/** Where the messages of each program were read. */
import { FAMILIES, type Family, familyData, familyName } from '../../src/platforms/index.js'
import type { Language } from '../../src/types.js'
import type { Speaker } from './types.js'

export interface SpeakerSource {
  /** The same in every language; platform families have names of their own. */
  name?: string
  /** Title of the page or file. */
  title: string
  url: string
}

export const SPEAKERS: Readonly<Record<Speaker, SpeakerSource>> = {
  wechat: {
    title: 'PublicErrno',
    url: 'https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html',
  },
  alipay: {
    title: 'mPaaS 小程序 · 网络',
    url: 'https://help.aliyun.com/document_detail/168776.html',
  },
  chromium: {
    name: 'Chromium, cronet',
    title: 'net/base/net_error_list.h',
    url: 'https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h',
  },
  apple: {
    name: 'iOS',
    title: 'NSURLError.h, SecureTransport.h',
    url: 'https://developer.apple.com/documentation/foundation/urlerror',
  },
  java: {
    name: 'Android, Java',
    title: 'conscrypt',
    url: 'https://github.com/google/conscrypt',
  },
  openssl: {
    name: 'OpenSSL',
    title: 'X509_STORE_CTX_get_error(3)',
    url: 'https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/',
  },
  node: { name: 'Node.js', title: 'Errors', url: 'https://nodejs.org/api/errors.html' },
  curl: { name: 'curl', title: 'libcurl-errors(3)', url: 'https://curl.se/libcurl/c/libcurl-errors.html' },
  harmony: {
    name: 'HarmonyOS',
    title: 'HTTP错误码',
    url: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/errorcode-net-http',
  },
  server: {
    name: 'nginx',
    title: 'ngx_http_special_response.c',
    url: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
  },
}

/** As the reader's language names them. Families whose source calls the same object print the same messages. */
export function speakerNames(speaker: Speaker, language: Language): string[] {
  const { name } = SPEAKERS[speaker]
  if (name !== undefined) return [name]
  const speaking = FAMILIES.find((family) => family === speaker)
  return FAMILIES.filter((family) => speaking !== undefined && objectOf(family) === objectOf(speaking)).map(
    (family) => familyName(family, language),
  )
}

const objectOf = (family: Family) => familyData(family).source.objects[0]?.path
