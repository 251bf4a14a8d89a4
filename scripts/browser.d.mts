/** Path → text of every module that holds a script of a page. */
export function browserScripts(root: string): Promise<[string, string][]>
