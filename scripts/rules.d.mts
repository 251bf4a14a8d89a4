export function ruleIds(root: string): Promise<string[]>
export function ruleLists(root: string): Promise<[file: string, text: string][]>
