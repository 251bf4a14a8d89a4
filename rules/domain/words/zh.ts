/** Text shared by several rules about the domain list. */
export const CONSOLE = '后台和配置要一起改；支付宝和 mPaaS 改完后还须重新打包上传小程序。'
