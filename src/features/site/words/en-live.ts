/** What pages of the public site say in English that the running application answers, and the letters about them. */
export const live = {
  backTo: (name: string) => `Back to ${name}`,
  sent: {
    title: 'Sent',
    reached: 'Your words have reached the organizers.',
    letter:
      'A letter is on its way to the address you gave. Its link opens the thread: read the answers there, and write again.',
    noLetter: 'No letter after some minutes? Look where your mail keeps what it takes for spam, or write to',
    write: 'Write to the organizers',
    notYet: 'Nothing was sent yet. What you typed is still here.',
  },
  thread: {
    place: 'Your thread',
    title: 'Your thread with the organizers',
    about: (topic: string, title: string) => `${topic}: ${title}`,
    again: 'Write again',
    closed: 'The organizers closed this thread. If you write again, it is open again.',
    done: 'Sent. The organizers answer here, and by mail.',
  },
  interest: {
    title: 'Get involved',
    lead: (name: string) => `Hear from ${name} when there is something for you.`,
    look: 'Look into your mail',
    letter: 'A letter is on its way to the address you gave.',
    open: 'Open its link and say yes there. Without your yes the address is forgotten.',
    gone: 'This link leads nowhere any more',
    tooOld: 'It is too old, or the address was taken off the list.',
    again: 'Ask again',
    listed: 'You are on the list',
    ask: 'Do you want to hear from us?',
    hear: (name: string) => `You hear from ${name} about:`,
    wouldHear: (name: string) => `You would hear from ${name} about:`,
    wayOut: 'Every letter has a link that takes you off the list again.',
    yes: 'Yes, put me on the list',
    no: 'If you do not want it, close this page. Without your yes the address is forgotten.',
    leave: 'Leave the list',
    leaveAsk: 'Leave the list?',
    notListed: 'You are not on the list',
    leaving: (name: string) =>
      `If you leave, your address is deleted and you hear no more from ${name} by this list.`,
    off: 'Take me off the list',
    deleted: 'Your address is deleted.',
    nothing: (name: string) =>
      `Behind this link no address is kept. You hear nothing from ${name} by the list.`,
  },
  begin: {
    title: 'This could not be begun',
    closed: 'The call is not open.',
    back: 'Back to the call',
  },
};
