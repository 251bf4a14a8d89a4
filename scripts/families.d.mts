/** Path → text of every list. */
export function familyLists(root: string): Promise<[string, string][]>
