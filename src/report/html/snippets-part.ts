/** Tabs made of radio buttons: they work with a keyboard, and without the script. */
import { type Html, html } from './markup.js'
import { blockInEach, codeBlock, type Page, say, wordsIn } from './page.js'
import { SERVER_NAMES, SERVERS, type ServerName, type SnippetHost, snippet, type Topic } from './snippets.js'

/** `id` is unique on the page. */
export function snippetsPart(page: Page, id: string, topic: Topic, place: SnippetHost): Html {
  return html`<div class="snippets">
<h4>${say(page, (w) => w.snippets.title)}</h4>
<fieldset class="servers"><legend class="sr">${say(page, (w) => w.snippets.choose)}</legend>
${SERVERS.map((server, at) => choice(id, server, at))}
${SERVERS.map((server) => panel(page, server, topic, place))}
</fieldset>
</div>`
}

/** The checked button shows its panel by the style sheet alone. */
function choice(id: string, server: ServerName, at: number): Html {
  const checked = at === 0 ? html` checked` : null
  return html`<input type="radio" name="${id}" id="${id}-${server}" class="choose-${server}" data-server="${server}"${checked}><label for="${id}-${server}">${SERVER_NAMES[server]}</label>`
}

function panel(page: Page, server: ServerName, topic: Topic, place: SnippetHost): Html {
  return html`<div class="panel ${server}"><p class="for">${SERVER_NAMES[server]}</p>
${blockInEach(page, (language) => codeBlock(snippet(server, topic, place, wordsIn(language))))}
<button type="button" class="copy" data-copy data-needs-script hidden>${say(page, (w) => w.snippets.copy)} <span class="sr">${SERVER_NAMES[server]}</span></button></div>`
}
