/** Texts of the rules about the options of single calls. */
import type { ProjectTexts } from './project.js'

export type OptionTexts = Pick<
  ProjectTexts,
  'project/call-option' | 'project/url-encoding' | 'project/several-sockets'
>

export const projectOptions: OptionTexts = {
  'project/call-option': {
    title: 'Options of calls are ones the platform honours',
    why: 'A limit beyond the platform’s is cut, one that is too short ends calls a mobile network would still have answered, and what is of the wrong kind is refused or sent in another form.',
    mend: 'Write a timeout between 1000 and 60000 milliseconds, a file type the platform knows, and header values as strings.',
    pass: () => 'every known option is one the platform honours',
    reasons: {
      'timeout-too-long': {
        message: ({ callee, value, most }) =>
          `${callee} sets a timeout of ${value} ms; the maximum is ${most} ms.`,
        fix: ({ most }) => `Write ${most} or less.`,
      },
      'timeout-too-short': {
        message: ({ callee, value }) =>
          `${callee} sets a timeout of ${value} ms: slow mobile networks take longer than that.`,
        fix: ({ least }) => `Write ${least} or more.`,
      },
      'file-type': {
        message: ({ callee, value, fileTypes }) =>
          `${callee} uploads a file of type ${JSON.stringify(value)}; there are only ${fileTypes.join(', ')}.`,
        fix: ({ fileTypes }) => `Use one of ${fileTypes.join(', ')}, or send the file in another way.`,
      },
      'close-reason': {
        message: ({ callee, bytes, most }) =>
          `${callee} gives a reason of ${bytes} bytes for closing the socket; the most is ${most} bytes of UTF-8.`,
        fix: ({ most }) => `Shorten it to ${most} bytes: a Chinese character takes three.`,
      },
      'header-value': {
        message: ({ callee, option, value }) =>
          `${callee} sets the header ${option} to ${value}, which is not a string.`,
        fix: ({ option }) => `Write the value of ${option} as a string.`,
      },
    },
  },
  'project/url-encoding': {
    title: 'Values in URLs are encoded',
    why: 'Blanks and letters beyond ASCII have no place in a URL as they are: one phone encodes them, the next cuts or refuses the call.',
    mend: 'Give every value to encodeURIComponent before it is put into the URL, or send it in data.',
    pass: () => 'no known query holds anything that has to be encoded',
    reasons: {
      'not-encoded': {
        message: ({ origin, raw }) =>
          `A URL at ${origin} holds ${JSON.stringify(raw)} in its query, which is not encoded.`,
        fix: () => 'Use encodeURIComponent, or send the value in data.',
      },
    },
  },
  'project/several-sockets': {
    title: 'One socket is open at a time',
    why: 'Where the platform keeps a single socket, opening another closes the first without a word to the code that waits on it.',
    mend: 'Send everything over one socket, or close the first before the second is opened.',
    pass: () => 'no more than one socket is opened',
    reasons: {
      several: {
        message: ({ origins }) => `Several sockets are opened: ${origins.join(', ')}.`,
        fix: () => 'Share one socket, or see that the first is closed before the next is opened.',
      },
    },
  },
}
