/** graphql-request. */
import type { Framework } from './types.js'

export const graphqlRequest: Framework = {
  name: 'graphql-request',
  packages: ['graphql-request'],
  isClient: true,
  clients: [
    {
      name: 'graphql-request',
      calls: {
        'new GraphQLClient': { api: 'request', url: ['0'] },
        request: { api: 'request', url: ['0.url', '0'] },
        rawRequest: { api: 'request', url: ['0.url', '0'] },
      },
    },
  ],
}
