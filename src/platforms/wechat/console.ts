/** WeChat's server APIs that return the domain lists of a mini program. */
import type { ConsoleInterface } from '../types.js'

export const CONSOLE: ConsoleInterface = {
  base: 'https://api.weixin.qq.com',
  lists: {
    requestdomain: 'request',
    wsrequestdomain: 'connectSocket',
    uploaddomain: 'uploadFile',
    downloaddomain: 'downloadFile',
    udpdomain: 'udp',
    tcpdomain: 'tcp',
  },
  interfaces: [
    {
      // What phones will use once the next version is released: the console's, the third party's and the direct lists together.
      // https://developers.weixin.qq.com/doc/oplatform/en/openApi/OpenApiDoc/miniprogram-management/domain-management/getEffectiveServerDomain.html, read 2026-11-27
      name: 'get_effective_domain',
      path: '/wxa/get_effective_domain',
      body: {},
      in: ['effective_domain'],
      orIn: ['mp_domain', 'third_domain', 'direct_domain'],
    },
    {
      // What a third-party platform set.
      // https://developers.weixin.qq.com/doc/oplatform/en/Third-party_Platforms/2.0/api/Mini_Program_Basic_Info/Server_Address_Configuration.html, read 2026-11-27
      name: 'modify_domain',
      path: '/wxa/modify_domain',
      body: { action: 'get' },
      in: [''],
    },
    {
      // The only one that a mini program's own access_token may call.
      // https://developers.weixin.qq.com/miniprogram/dev/server/API/operation/api_getdomaininfo.html, read 2026-11-27
      name: 'getwxadevinfo',
      path: '/wxa/getwxadevinfo',
      body: { action: 'getserverdomain' },
      in: [''],
    },
  ],
}
