/** Apollo: links and clients name the endpoint as `uri`. */
import { each } from './shapes.js'
import type { CallShape, Framework } from './types.js'

const link: CallShape = { api: 'request', url: ['0.uri'], isOptional: true }
const socket: CallShape = { api: 'connectSocket', url: ['0.url', '0.uri', '0'], isOptional: true }

export const apollo: Framework = {
  name: 'apollo',
  packages: [
    '@apollo/client',
    'apollo-client',
    'apollo-boost',
    'apollo-link-http',
    'apollo-link-batch-http',
    'apollo-upload-client',
    'apollo-link-ws',
    'graphql-ws',
    'subscriptions-transport-ws',
  ],
  isClient: true,
  clients: [
    {
      name: 'apollo',
      carriers: ['fetch'],
      calls: {
        ...each(
          [
            'new HttpLink',
            'new BatchHttpLink',
            'createHttpLink',
            'createUploadLink',
            'new ApolloClient',
            'new',
          ],
          link,
        ),
        ...each(['new WebSocketLink', 'createClient', 'new SubscriptionClient'], socket),
      },
    },
  ],
}
