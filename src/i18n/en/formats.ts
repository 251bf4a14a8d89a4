/** Words of the reports for other programs that people read there, English. */
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const formats = {
  config: 'config',
  notApplicable: 'nothing to judge',
  waived: (waiver: string) => `waived${waiver === '' ? '' : `: ${waiver}`}`,
  undetermined: 'could not be determined',
  moreErrors: (n: number) => `${count(n, 'more error')}`,
  moreWarnings: (n: number) => `${count(n, 'more warning')}`,
  moreNotes: (n: number) => `${count(n, 'more note')}`,
  platforms: 'Platforms',
  platform: 'platform',
  verdict: 'verdict',
  findings: 'findings',
  certificate: 'certificate',
  daysLeft: (n: number) => (n < 0 ? 'expired' : count(n, 'day')),
  legend: '✔ ready, ! warnings, ✘ fails, ? undetermined, – not used',
  noDomains: 'No domain was audited.',
  domainsNotShown: (n: number) => `${count(n, 'more domain')} not shown.`,
  truncated: (n: number) => `${count(n, 'more finding')} not shown: a job summary holds 1 MiB at most.`,
  places: 'Domains by place',
  placesAlike: (n: number) => `${count(n, 'more domain')} with the same verdict from every place.`,
  reportName: 'hefa',
}
