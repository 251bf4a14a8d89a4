/** The text of @babel/parser, changed so that its nodes hold no positions. Throws where it is another text than the known one. */
export function lightened(source: string): string
