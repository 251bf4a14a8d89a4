/**
 * Services whose packages ask servers of their own, which stand in no project's source: messages, live sound and video,
 * storage, analytics, error reports. Seen in the packages as npm has them (2026-11-29) for tim-wx-sdk, @tencentcloud/chat,
 * cos-wx-sdk-v5, nim-web-sdk-ng, easemob-websdk, @rongcloud/imlib-next, hydrogen-js-sdk and umtrack-wx; the others are of the
 * same kind by their names, and were not looked at.
 */
const SERVICES: ReadonlySet<string> = new Set([
  // Tencent Cloud: Chat, COS, VOD, monitoring.
  ...['tim-wx-sdk', 'tim-js-sdk', '@tencentcloud/chat', '@tencentcloud/lite-chat', 'cos-wx-sdk-v5'],
  ...['vod-wx-sdk-v2', 'aegis-mp-sdk'],
  // NetEase, RongCloud, Easemob, ZEGO, GoEasy, Volcengine.
  ...['nim-web-sdk', '@yxim/nim-web-sdk', 'nim-web-sdk-ng', '@rongcloud/imlib-next', '@rongcloud/imlib-v4'],
  ...['easemob-websdk', 'zego-express-engine-miniprogram', 'zego-zim-miniprogram', 'goeasy'],
  '@volcengine/im-mp-sdk',
  // Bmob, apifm.
  ...['hydrogen-js-sdk', 'apifm-wxapi', 'apifm-uniapp'],
  // Errors and visits.
  ...['sentry-miniapp', 'sentry-miniprogram', 'sentry-mina', 'sentry-weapp', 'fundebug-wxjs', 'umtrack-wx'],
])

export const isOfService = (packageName: string): boolean => SERVICES.has(packageName)
