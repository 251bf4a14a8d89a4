/**
 * Hosts that appear in source without being contacted: XML namespaces and documentation. An entry includes its
 * subdomains.
 */
export interface KnownHost {
  host: string
  what: 'namespace' | 'documentation'
  /** Where the purpose of the host is documented. */
  source: string
}

const namespace = (host: string, source: string): KnownHost => ({ host, what: 'namespace', source })
const documentation = (host: string, source: string): KnownHost => ({ host, what: 'documentation', source })

/** Last reviewed on 2026-11-27. */
export const KNOWN_HOSTS: readonly KnownHost[] = [
  namespace('www.w3.org', 'https://www.w3.org/TR/xml-names/'),
  namespace('w3.org', 'https://www.w3.org/TR/xml-names/'),
  namespace('schemas.xmlsoap.org', 'https://www.w3.org/TR/2000/NOTE-SOAP-20000508/'),
  namespace(
    'schemas.openxmlformats.org',
    'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  ),
  namespace(
    'schemas.microsoft.com',
    'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  ),
  namespace('schemas.android.com', 'https://developer.android.com/guide/topics/resources/more-resources'),
  namespace('purl.org', 'https://www.dublincore.org/specifications/dublin-core/dcmi-terms/'),
  namespace('ns.adobe.com', 'https://developer.adobe.com/xmp/docs/XMPNamespaces/'),
  namespace('xml.org', 'https://www.oasis-open.org/'),
  namespace('xmlns.com', 'http://xmlns.com/foaf/spec/'),
  namespace('www.opengis.net', 'https://www.ogc.org/standard/gml/'),
  namespace('json-schema.org', 'https://json-schema.org/specification'),
  namespace('schema.org', 'https://schema.org/docs/gs.html'),
  namespace('sodipodi.sourceforge.net', 'https://wiki.inkscape.org/wiki/Inkscape_SVG_vs._plain_SVG'),
  namespace('www.inkscape.org', 'https://wiki.inkscape.org/wiki/Inkscape_SVG_vs._plain_SVG'),
  documentation('developers.weixin.qq.com', 'https://developers.weixin.qq.com/miniprogram/dev/framework/'),
  documentation('opendocs.alipay.com', 'https://opendocs.alipay.com/mini'),
  documentation('docs.alipay.com', 'https://opendocs.alipay.com/mini'),
  documentation('uniapp.dcloud.io', 'https://uniapp.dcloud.net.cn/'),
  documentation('uniapp.dcloud.net.cn', 'https://uniapp.dcloud.net.cn/'),
  documentation('ask.dcloud.net.cn', 'https://ask.dcloud.net.cn/'),
  documentation('taro.jd.com', 'https://docs.taro.zone/'),
  documentation('docs.taro.zone', 'https://docs.taro.zone/'),
  documentation('taro-docs.jd.com', 'https://docs.taro.zone/'),
  documentation('vuejs.org', 'https://vuejs.org/guide/introduction.html'),
  documentation('reactjs.org', 'https://react.dev/'),
  documentation('react.dev', 'https://react.dev/'),
  documentation('redux.js.org', 'https://redux.js.org/'),
  documentation('developer.mozilla.org', 'https://developer.mozilla.org/docs/MDN'),
  documentation('tc39.es', 'https://tc39.es/ecma262/'),
  documentation('github.com', 'https://docs.github.com/repositories'),
  documentation('gitee.com', 'https://help.gitee.com/'),
  documentation('npmjs.com', 'https://docs.npmjs.com/'),
  documentation('www.npmjs.com', 'https://docs.npmjs.com/'),
  documentation('stackoverflow.com', 'https://stackoverflow.com/tour'),
  documentation('feross.org', 'https://feross.org/opensource'),
  documentation('momentjs.com', 'https://momentjs.com/docs/'),
  documentation('opensource.org', 'https://opensource.org/licenses'),
  documentation('www.apache.org', 'https://www.apache.org/licenses/LICENSE-2.0'),
]

/** What is known of a host or of one above it. */
export function knownHost(host: string): KnownHost['what'] | null {
  const found = KNOWN_HOSTS.find((one) => host === one.host || host.endsWith(`.${one.host}`))
  return found?.what ?? null
}
