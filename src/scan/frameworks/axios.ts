/** axios with an adapter, and libraries with axios's own face. */
import { each, request, sending, VERBS } from './shapes.js'
import type { ClientShape, Framework } from './types.js'

const FORMS = each(['postForm', 'putForm', 'patchForm'], sending)

export const axiosLike = (name: string): ClientShape => ({
  name,
  makes: ['create', 'instance', 'Axios'],
  base: ['baseURL', 'baseUrl'],
  settings: ['defaults', 'config'],
  carriers: ['adapter'],
  calls: { ...VERBS, ...FORMS, '': request },
})

export const axios: Framework = {
  name: 'axios',
  packages: [
    'axios',
    'taro-axios',
    '@bundled-es-modules/axios',
    'redaxios',
    'xior',
    'axios-miniprogram',
    'uni-axios',
    'uni-request',
  ],
  helpers: /^axios\/(?:unsafe\/|lib\/)(?!axios\b|core\/(?:Axios|dispatchRequest)\b|adapters\/)/,
  isClient: true,
  clients: [
    { ...axiosLike('axios'), clients: { axios: 'axios' } },
    // What a package nobody has told of makes of settings with a base URL.
    axiosLike('client'),
  ],
  copies: {
    names: ['axios', 'axios-miniprogram', 'taro-axios'],
    largerThan: 30_000,
    marks: [/^\s*\/\*!? *axios v\d+\./i],
  },
}
