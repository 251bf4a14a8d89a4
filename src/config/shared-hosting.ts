/**
 * Suffixes under which a provider gives names to its customers: the domain, and its ICP filing, remain the provider's.
 */

/** The day the list was last reviewed. */
export const SHARED_HOSTING_READ_ON = '2026-11-20'

/** Those of Chinese clouds, and common ones that the public suffix list lacks or mixes with registries. */
export const SHARED_HOSTING: readonly string[] = [
  // Tencent Cloud
  'myqcloud.com',
  'tcloudbaseapp.com',
  'tcloudbase.com',
  'tencentcs.com',
  'tencentcos.cn',
  'qcloud.la',
  'edgeone.app',
  // Alibaba Cloud
  'aliyuncs.com',
  'fcapp.run',
  'alicloudapi.com',
  'bspapp.com',
  // Huawei, Baidu, Volcengine, JD, Kingsoft, UCloud clouds
  'myhuaweicloud.com',
  'bcebos.com',
  'baidubce.com',
  'volces.com',
  'jcloudcs.com',
  'ksyuncs.com',
  'ufileos.com',
  // Qiniu, Upyun
  'qiniucdn.com',
  'qiniudns.com',
  'clouddn.com',
  'qbox.me',
  'upaiyun.com',
  'upcdn.net',
  // code hosts and tunnels
  'gitee.io',
  'coding-pages.com',
  'leancloud.cn',
  'laf.run',
  'sealos.run',
  'zeabur.app',
  'natapp1.cc',
  'natappfree.cc',
  'cpolar.cn',
  'cpolar.top',
  'vicp.fun',
  // elsewhere, under country codes where the public suffix list does not say who keeps a suffix
  'amazonaws.com',
  'amazonaws.com.cn',
  'cloudfront.net',
  'chinacloudapi.cn',
  'chinacloudsites.cn',
  'azurewebsites.net',
  'github.io',
  'gitlab.io',
  'glitch.me',
  'ngrok.io',
  'repl.co',
  'supabase.co',
  'now.sh',
]
