/** Texts of the rules about what else stands in a mini program's source. */
import type { SteeringFact } from '../../facts/index.js'
import { listsByApi, on, withRelease } from './domain-words.js'
import type { CallTexts, ProjectTexts } from './project.js'
import type { OptionTexts } from './project-options.js'

const ENDPOINT = {
  message: ({ endpoint }: { endpoint: string }) =>
    `${endpoint} is in client code: to call it takes the AppSecret, which everybody could then read.`,
  fix: () => 'Send the code of wx.login to your own server, and call this address there.',
}

/** At least one of them is not 0. */
function gaps(calls: number, files: number): string {
  const told =
    calls > 0 && `${calls} ${calls === 1 ? 'call has a URL' : 'calls have URLs'} that could not be determined`
  const read = files > 0 && `${files} ${files === 1 ? 'file was' : 'files were'} passed over`
  return [told, read].filter(Boolean).join(', ')
}

/** Files of a library besides the one that is named. */
const more = (files: number) => (files > 1 ? ` and ${files - 1} more` : '')

type Steered = { key: SteeringFact['key']; name: string; value: string; used: number }

function steered({ key, name, value, used }: Steered): string {
  switch (key) {
    case 'define':
      return `scan.define: ${name} is taken to be ${value}.`
    case 'clients':
      return `scan.clients: ${used} ${used === 1 ? 'call' : 'calls'} of ${name}, with ${value}.`
    case 'exclude':
      return `scan.exclude: ${used} ${used === 1 ? 'file' : 'files'} left out by ${name}.`
    case 'accept':
      return `scan.accept: ${used} ${used === 1 ? 'finding' : 'findings'} in ${name} accepted: ${value}.`
    case 'root':
      return `scan.root: only ${name} was scanned.`
    default:
      return `scan.mode: the values are those of the ${name} build.`
  }
}

export const projectSource: Omit<ProjectTexts, keyof CallTexts | keyof OptionTexts | 'project/coverage'> = {
  'project/app-secret': {
    title: 'No AppSecret is in client code',
    why: 'Everybody can unpack a mini program. Who has its AppSecret can act as the app: read its users, send its messages.',
    mend: 'Reset the AppSecret in the console first (开发管理 → 开发设置): it counts as known from the first upload on. Keep the new one on your server, and call the APIs that need it there.',
    pass: () => 'no AppSecret found',
    reasons: {
      'app-secret': {
        message: ({ secret }) => `An AppSecret (${secret}) is in client code.`,
        fix: () =>
          'Take it out, reset it in the console (it counts as known), and keep the new one on your server.',
      },
      'session-endpoint': ENDPOINT,
      'token-endpoint': ENDPOINT,
    },
  },
  'project/method-case': {
    title: 'Methods are those of the platform, in upper case',
    why: 'The platform requires upper case; another spelling may work in devtools and not on a phone, and a method it does not have fails everywhere.',
    mend: 'Write the method in capitals. Instead of PATCH and the like, use PUT or POST with X-HTTP-Method-Override where your server knows it.',
    pass: ({ methods }) => `every known method is one of ${methods.join(', ')}`,
    reasons: {
      'lower-case': {
        message: ({ callee, method }) =>
          `${callee} sets the method ${JSON.stringify(method)}; upper case is required.`,
        fix: ({ upper }) => `Write '${upper}'.`,
      },
      unsupported: {
        message: ({ callee, method, methods }) =>
          `${callee} sets the method ${JSON.stringify(method)}; there are only ${methods.join(', ')}.`,
        fix: ({ methods }) =>
          `Use ${methods.includes('PUT') ? 'PUT or POST' : methods.join(' or ')} and let the server take it.`,
      },
    },
  },
  'project/deprecated-api': {
    title: 'No API is called that will be removed',
    why: 'Once it is removed every call of it fails, in programs released long before too.',
    mend: 'Write my.request instead. Its default content type is application/json, not application/x-www-form-urlencoded.',
    pass: () => 'no such call',
    reasons: {
      deprecated: {
        message: ({ callee, instead }) => `${callee} will be removed; ${instead} takes its place.`,
        fix: ({ instead }) =>
          `Call ${instead}, and set headers: { 'content-type': 'application/x-www-form-urlencoded' } where the server expects a form.`,
      },
    },
  },
  'project/referer-header': {
    title: 'No Referer header is set',
    why: 'The platform writes it itself; what the code sets never arrives, and a server that waits for it refuses the call.',
    mend: 'Remove the header. A server that must tell callers apart can read the appid in the Referer the platform sends, or a header of your own.',
    pass: () => 'no Referer is set',
    reasons: {
      set: {
        message: ({ header }) => `The header ${header} is set, and cannot be.`,
        fix: () => 'Take it out; send what the server needs in a header of your own.',
      },
    },
  },
  'project/network-timeout': {
    title: 'Time limits are ones the platform keeps',
    why: '60 s is the most there is; a limit below a second ends calls that a mobile network would still have answered.',
    mend: 'Choose between 1000 and 60000 milliseconds in app.json, and give single calls a timeout of their own.',
    pass: ({ least, most }) => `between ${least} and ${most} ms`,
    reasons: {
      'too-long': {
        message: ({ setting, value, most }) => `${setting} is ${value} ms; the maximum is ${most} ms.`,
        fix: ({ most }) => `Write ${most} or less.`,
      },
      'too-short': {
        message: ({ setting, value }) =>
          `${setting} is ${value} ms: slow mobile networks take longer than that.`,
        fix: ({ least }) => `Write ${least} or more.`,
      },
    },
  },
  'project/url-check': {
    title: 'The developer tools check domains',
    why: 'With the check off everything works in devtools, and the first who see that a domain is not listed are the users.',
    mend: 'Turn the check on (详情 → 本地设置) and keep the setting out of the shared project file.',
    pass: () => 'the check is on',
    reasons: {
      off: {
        message: ({ setting, value }) =>
          `${setting} is ${value}: the developer tools check neither domains nor certificates.`,
        fix: ({ setting, value }) => `Set ${setting} to ${!value}, and try the program with it.`,
      },
    },
  },
  'project/page-resource': {
    title: 'Hosts that pages load from',
    why: 'Pictures, video and audio come from servers too and obey the same certificate rules; a web-view opens business domains (业务域名) only.',
    mend: 'Nothing has to be done as long as these servers are yours and work. List those that wx.downloadFile or canvas take from as downloadFile, and those of a web-view as 业务域名.',
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
  },
  'project/unaccounted-host': {
    title: 'Every host in the source belongs to a call that was followed',
    why: 'An address that no call was seen to use may belong to one that the scan could not follow, and on phones that call fails unless its host is listed.',
    mend: 'Look where the address goes. List its host if the program calls it, remove it if nothing does, or say in the config why it is there.',
    pass: () => 'the host is listed',
    reasons: {
      unaccounted: {
        message: ({ origin }) =>
          `${origin} appears in the source, and no call or page that could be followed goes there.`,
        fix: () => 'See what becomes of it: list it if it is called, remove it if it is not.',
      },
      local: {
        message: ({ origin }) =>
          `${origin} appears in the source: nobody reaches it but your own machine or network.`,
        fix: () => 'Take it out before release, or let only the development build have it.',
      },
      'in-prose': {
        message: ({ origin }) => `${origin} is named in a sentence.`,
        fix: () => 'Nothing has to be done unless the program calls it as well.',
      },
      documentation: {
        message: ({ origin, what }) =>
          what === 'namespace'
            ? `${origin} is the name of a vocabulary.`
            : `${origin} is known for its documentation.`,
        fix: () => 'Nothing has to be done unless the program calls it.',
      },
    },
  },
  'project/silent-client': {
    title: 'Calls of every request library are seen',
    why: 'A project that needs a library for requests and shows no call of it either has no use for it, or hides its calls from the scan.',
    mend: 'Remove the package if nothing uses it. Else name its calls under scan.clients in the config.',
    pass: () => 'calls of it were seen',
    reasons: {
      imported: {
        message: ({ name }) => `${name} is imported, and no call of it could be followed.`,
        fix: () => 'Look at what is done with it: hosts it calls are not among those found.',
      },
      required: {
        message: ({ name }) => `package.json names ${name}, and nothing that was read imports it.`,
        fix: () => 'Remove it from the dependencies if nothing uses it.',
      },
    },
  },
  'project/vendored-library': {
    title: 'What libraries among the files ask is known',
    why: 'Engines and SDKs that are copied into a project call the network themselves. Their calls are no mistake of the project, but their servers have to be listed too.',
    mend: 'Look up in its documentation which servers it needs, and list them.',
    pass: () => 'no library among the files asks servers',
    reasons: {
      given: {
        message: ({ name, file, files }) =>
          `${name} (${file}${more(files)}) calls only what it is given. What this project gives it is judged where it does so.`,
        fix: () => 'Nothing has to be done for the library itself.',
      },
      own: {
        message: ({ name, file, files, calls }) =>
          `${name} (${file}${more(files)}) also calls servers that its settings or its own servers name${calls > 0 ? ` (calls: ${calls})` : ''}. Those it has itself are among the hosts found.`,
        fix: () => 'Look up in its documentation which servers it needs, and list them.',
      },
    },
  },
  'project/seen-host': {
    title: 'The source and a recorded session speak of the same servers',
    why: 'A host that only a recording has is called in a way the scan did not follow, or comes from a server; one that only the source has was not tried in that session.',
    mend: 'List what the session asked and the source does not tell. Try the pages that call the others before release.',
    pass: () => 'no session was recorded, or both have the same hosts',
    reasons: {
      'run-time-only': {
        message: ({ origin, requests }) =>
          `${origin} was asked at run time only (${requests} ${requests === 1 ? 'request' : 'requests'}): no call in the source is seen to go there.`,
        fix: () => 'See where it comes from; it needs its place in the list like any other.',
      },
      'source-only': {
        message: ({ origin }) => `${origin} is seen in the source only: the recorded session did not ask it.`,
        fix: () => 'Try the page that calls it before release.',
      },
    },
  },
  'project/scan-setting': {
    title: 'What the config says of the source',
    why: 'What is in `scan` of the config changes what is found in the source: it is shown in every report, so that nothing is left out in silence, and what did nothing is a warning, since it may be misspelled.',
    mend: 'Remove what did nothing, or write it as the report names it.',
    pass: () => 'the config says nothing of the source',
    reasons: {
      'in-force': { message: (found) => steered(found), fix: () => 'See now and then that it still holds.' },
      unused: {
        message: ({ key, name }) => `scan.${key}: ${name} did nothing: nothing in the source is meant by it.`,
        fix: () => 'Take it out, or write it as the report names it.',
      },
    },
  },
  'project/unused-domain': {
    title: 'Every listed host is called',
    why: 'Lists are short, and a host nobody looks after any more may pass into other hands while the program still trusts it.',
    mend: 'Remove the entry, unless a plugin, a web page or data from the server uses it.',
    pass: () => 'the source mentions every listed host',
    reasons: {
      unused: {
        message: ({ host, api }, { subject }) =>
          `${subject || host} is listed for ${api}, and no source mentions it.`,
        fix: (_, about) => withRelease('Remove it from the list, unless a plugin or data uses it.', about),
      },
      'not-determined': {
        message: ({ host, calls, files }, { subject }) =>
          `Whether ${subject || host} is used could not be determined: ${gaps(calls, files)}.`,
        fix: () => 'See project/unlisted-domain for the calls.',
      },
    },
  },
}
