// hefa as a library: what a mini program's source calls, and where. No network, no verdicts.
// node examples/scan.mjs FOLDER
import { scan } from 'hefa'

const { calls, passedOver } = await scan(process.argv[2] ?? '.')
for (const { place, callee, urls, undetermined } of calls) {
  const told = urls.map(({ text, complete }) => (complete ? text : `${text}...`))
  const all = undetermined === null ? told : [...told, `undetermined: ${undetermined}`]
  console.log(`${place.file}:${place.line}:${place.column} ${callee} ${all.join(' ')}`)
}
for (const { file, reason } of passedOver) console.log(`${file}: passed over: ${reason}`)
