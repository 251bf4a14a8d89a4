/** Packages for mini programs that make no requests: their published files contain no network API. Checked on 2026-11-27. */
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

/**
 * Is the path inside what the developer tools build from such a package, or what a build copies of it
 * (`/vant-weapp/dist/cell/index`)? Nothing is lost if that isn't in the repository.
 */
export const isOfQuietPackage = (path: string): boolean =>
  QUIET.some((name) => path.includes(`miniprogram_npm/${name}/`) || `/${path}`.includes(`/${name}/dist/`))
