/** Packages for mini programs that ask no server: in what is published of them no network API is named. Read on 2026-11-27. */
const QUIET = [
  '@miniprogram-component-plus/video-swiper',
  '@vant/weapp',
  'antd-mini',
  'iview-weapp',
  'mini-antui',
  'minii',
  'miniprogram-api-promise',
  'miniprogram-computed',
  'miniprogram-recycle-view',
  'miniprogram-slide-view',
  'mobx-miniprogram',
  'mobx-miniprogram-bindings',
  'tdesign-miniprogram',
  'vant-weapp',
  'weui-miniprogram',
]

/** Is a path in what the developer tools make of such a package? Nothing is lost where that is not in the repository. */
export const isOfQuietPackage = (path: string): boolean =>
  QUIET.some((name) => path.includes(`miniprogram_npm/${name}/`))
