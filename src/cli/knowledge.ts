/**
 * `--version --verbose`: how old the built-in root lists and clients are. Newer systems are judged by the newest list.
 */
export async function knowledgeText(): Promise<string> {
  const { listsReadOn, newestKnown } = await import('../trust/index.js')
  const lines = (['ios', 'android', 'chrome'] as const).map((store) => {
    const { version, date } = newestKnown(store)
    return `  ${store} ${version}${date === undefined ? '' : `, as of ${date}`}; newer ones are judged by this list\n`
  })
  return `root lists, read ${listsReadOn()}:\n${lines.join('')}`
}
