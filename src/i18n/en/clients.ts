/** Words of the table of simulated clients. */
export const clients = {
  title: 'Simulated clients',
  verdicts: { connects: 'connects', fails: 'no connection', unknown: 'not determined' },
  legend: '* predicted from the answers to other hellos; its own was not sent',
}
