/** Bundles each script that runs in a browser; `npm run docs` and the build write them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Folder of a page → the name of its script. */
const PAGES = ['src/report/html', 'src/cli/serve']

/** Path → text of every module that contains a script. */
export async function browserScripts(root) {
  return Promise.all(
    PAGES.map(async (folder) => {
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: [`${folder}/client/main.ts`],
        bundle: true,
        format: 'iife',
        platform: 'browser',
        target: 'es2020',
        charset: 'utf8',
        minify: true,
        write: false,
        logLevel: 'warning',
      })
      const code = outputFiles[0].text.trimEnd()
      return [
        `${folder}/script.ts`,
        `/** \`client/main.ts\` as one text, as embedded in the page. Written by \`npm run docs\`. */\nexport const SCRIPT = ${JSON.stringify(code)}\n`,
      ]
    }),
  )
}

export async function writeScripts(root) {
  for (const [file, text] of await browserScripts(root)) await writeFile(join(root, file), text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeScripts(process.cwd())
