/** Words of the table of simulated clients. */
export const clients = {
  title: 'Simulated clients',
  verdicts: { connects: 'connects', fails: 'no connection', unknown: 'not determined' },
  predicted: '* predicted from the answers to other hellos; its own was not sent',
  derived: '~ its hello is reconstructed from source code and related clients, not recorded',
}
