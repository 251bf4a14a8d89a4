/** WeChat's pages that quotations are taken from, each in one version of its text. */
import type { Document } from '../demands/quotations/types.js'

const WECHAT_NETWORK = 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html'
const NETWORK = { zh: '微信官方文档 · 网络 / 使用说明', en: 'WeChat documentation · Network, notes on use' }

export const DOCUMENTS = {
  'wechat-network': {
    title: NETWORK,
    url: WECHAT_NETWORK,
    edition: '2024-12',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'wechat-tcp': {
    title: { zh: '微信官方文档 · wx.createTCPSocket', en: 'WeChat documentation · wx.createTCPSocket' },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/tcp/wx.createTCPSocket.html',
    readOn: '2026-11-28',
    language: 'zh',
  },
  'wechat-udp': {
    title: { zh: '微信官方文档 · UDPSocket.send', en: 'WeChat documentation · UDPSocket.send' },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/udp/UDPSocket.send.html',
    readOn: '2026-11-28',
    language: 'zh',
  },
  'wechat-network-2018': {
    title: NETWORK,
    url: WECHAT_NETWORK,
    edition: '2018–2019',
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-network-2017': {
    title: {
      zh: '微信官方文档 · 关于小程序中网络相关API的说明',
      en: 'WeChat documentation · About the network APIs',
    },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/api-network.html',
    edition: '2017–2018',
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-summary': {
    title: {
      zh: '微信官方文档 · 网络 API（他人的摘录）',
      en: 'WeChat documentation · Network APIs (somebody’s summary)',
    },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/api-network.html',
    edition: '2018-05-18',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'wechat-guide': {
    title: {
      zh: '微信小程序开发指南 · 发起HTTPS网络通信',
      en: 'WeChat mini program guide · Communicating over HTTPS',
    },
    url: 'https://developers.weixin.qq.com/ebook?action=get_post_info&docid=0008aeea9a8978ab0086a685851c0a',
    edition: { zh: '未注明日期的副本', en: 'a copy without a date' },
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-console': {
    title: {
      zh: '微信小程序后台 · 服务器域名（公开报告中的提示）',
      en: 'WeChat console · Server domains (its message in a public report)',
    },
    url: 'https://github.com/buaa-soft-summer/soft-summer-2022/issues/18',
    edition: '2022-08',
    readOn: '2026-11-20',
    language: 'zh',
  },
} as const satisfies Record<string, Document>
