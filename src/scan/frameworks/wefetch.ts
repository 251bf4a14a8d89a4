/** wefetch: axios's face for several mini programs. */
import { axiosLike } from './axios.js'
import type { Framework } from './types.js'

export const wefetch: Framework = {
  name: 'wefetch',
  packages: ['wefetch'],
  isClient: true,
  clients: [axiosLike('wefetch')],
}
