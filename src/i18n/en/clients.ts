/** Words of the table of simulated clients. */
export const clients = {
  title: 'Simulated clients',
  verdicts: { connects: 'connects', fails: 'no connection', unknown: 'not determined' },
  predicted: '* predicted from the answers to other hellos; its own was not sent',
  derived: '~ its hello is composed from source code and its neighbours’, not recorded',
}
