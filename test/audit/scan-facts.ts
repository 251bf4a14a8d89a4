/** Facts of a project made by hand. */
import type { CallFact, ProjectFacts } from '../../src/facts/index.js'

export function projectFacts(part: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    ...{
      kinds: ['wechat'],
      families: ['wechat'],
      filesRead: 3,
      pages: { listed: 2, file: 'app.json' },
      leftOut: [],
    },
    ...{
      passedOver: [],
      calls: [],
      settings: [],
      resources: [],
      secrets: [],
      mentions: [],
      silentClients: [],
    },
    ...part,
  }
}

/** @param url null when it could not be determined */
export function callFact(url: string | null, part: Partial<CallFact> = {}): CallFact {
  const place = { file: 'a.js', line: 2, column: 3 }
  return {
    ...{ place, callee: 'wx.request', api: 'request', families: ['wechat'], methods: [], headers: [] },
    urls: url === null ? [] : [{ text: url, complete: true, place: { ...place, column: 20 } }],
    undetermined: url === null ? 'parameter' : null,
    ...part,
  }
}
