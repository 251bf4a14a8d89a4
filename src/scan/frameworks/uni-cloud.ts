/** uniCloud, the cloud of uni-app: its servers are the provider's, and belong to the lists like any other. */
import { each, platform } from './shapes.js'
import type { CallApi, CallShape, Framework } from './types.js'

/** uni-ui's pickers of data and files, and what is copied from them, ask uniCloud or whatever else they are told to. */
const COMPONENTS = /(?:^|\/)(?:uni_modules|node_modules|components)\//

const asks = (api: CallApi): CallShape => ({
  ...{ api, url: [], server: `uniCloud.${api}` },
  spareIn: COMPONENTS,
})

/**
 * 小程序中使用uniCloud, doc.dcloud.net.cn/uniCloud/publish.html, read 2026-11-28. Alibaba's server for uploads and all others
 * of Alipay's have names of their own for each space, which only the console tells. Spaces of Tencent's since 2024-12-10 ask
 * one more, named after the space.
 */
const ALIYUN = { 'uniCloud.request': 'https://api.next.bspapp.com' }
const TENCENT = {
  'uniCloud.request': 'https://tcb-api.tencentcloudapi.com',
  'uniCloud.uploadFile': 'https://cos.ap-shanghai.myqcloud.com',
}
const ALIPAY = { 'uniCloud.uploadFile': 'https://u.object.cloudrun.cloudbaseapp.cn' }

export const uniCloud: Framework = {
  name: 'uniCloud',
  packages: [],
  objects: [
    platform('uniCloud', {
      gives: {},
      calls: {
        // A database and an object in the cloud are asked by what these return: the server is the same.
        ...each(
          [
            ...['callFunction', 'importObject', 'database', 'databaseForJQL', 'databaseJQL'],
            ...['getTempFileURL', 'deleteFile', 'getPhoneNumber'],
          ],
          asks('request'),
        ),
        ...each(['uploadFile', 'chooseAndUploadFile'], asks('uploadFile')),
        connectWebSocket: asks('connectSocket'),
      },
    }),
  ],
  components: { 'unicloud-db': 'uniCloud.database()' },
  servers: {
    'uniCloud-aliyun': ALIYUN,
    'uniCloud-tcb': TENCENT,
    'uniCloud-alipay': ALIPAY,
    // Before HBuilderX 3.0.
    'cloudfunctions-aliyun': ALIYUN,
    'cloudfunctions-tcb': TENCENT,
  },
}
