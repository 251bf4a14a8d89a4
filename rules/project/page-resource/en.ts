import { listsByApi, on } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Pages load from hosts they may use',
  why: 'Pictures, video and audio come from servers too and obey the same certificate rules; a web-view opens business domains (业务域名) only.',
  howToFix:
    'Nothing has to be done as long as these servers are yours and work. List those that wx.downloadFile or canvas take from as downloadFile, and those of a web-view as 业务域名.',
  pass: () => 'no host appears in a page',
  reasons: {
    media: {
      message: ({ origin, tag }) => `${origin} serves what is shown or played (${tag}).`,
      fix: () => 'List it under downloadFile if the code downloads from it as well.',
    },
    'web-view': {
      message: ({ origin }) =>
        `${origin} is opened in a <web-view>: that takes a business domain (业务域名), not a server domain.`,
      fix: (_, about) =>
        on(about, listsByApi)
          ? 'List it under 业务域名 in the console and put the verification file on the server.'
          : 'List it under H5 域名 in the console.',
    },
  },
} satisfies RuleText<typeof rule>
