/** uni-ajax. */
import { request, VERBS } from './shapes.js'
import type { Framework } from './types.js'

export const uniAjax: Framework = {
  name: 'uni-ajax',
  packages: ['uni-ajax'],
  isClient: true,
  clients: [
    {
      name: 'uni-ajax',
      makes: ['create', 'instance', 'new', 'Ajax'],
      base: ['baseURL', 'baseUrl'],
      settings: ['config', 'defaults'],
      calls: { ...VERBS, '': request },
    },
  ],
  copies: { names: ['uni-ajax', 'u-ajax'] },
}
