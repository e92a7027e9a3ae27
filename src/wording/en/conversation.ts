import type { Called } from '../called.ts';
import type { conversation as vietnamese } from '../vi/conversation.ts';

export const conversation: typeof vietnamese = ({
  decision,
  theDecision,
  examples,
  sampleTask,
  sampleAgency,
}: Called) => ({
  help: (role) =>
    [
      'You can send me:',
      `• A question about ${decision}, for example: “${examples[0]}”`,
      role
        ? `• A progress update in one message, for example: “${sampleTask} xong 60%, vướng GPMB, dự kiến xong 30/12”`
        : '• /thamgia and your join code, to send progress updates and be reminded of deadlines',
      ...(role
        ? [
            '• /nhiemvu – the tasks of your agency',
            '• /capnhat – updates your agency has sent',
            '• /lichnhac – reminders coming up',
            '• /hoso – what is kept about you',
            '• /roi – leave and erase your personal data',
          ]
        : []),
      ...(role === 'admin' || role === 'focal' ? ['• /suckhoe – the health of the document'] : []),
      ...(role === 'admin' ? [`• /taoma ${sampleAgency} – make a join code for an agency`] : []),
      ...(role === 'admin' ? ['• /successors – confirm who holds the duties of former agencies'] : []),
    ].join('\n'),
  unknownCommand: (command) => `I have no command “${command}”. Send /trogiup to see what I can do.`,
  empty: 'I received nothing to read. Please send it again.',
  unsupported: 'I cannot read pictures, files or voice messages yet. Please write it as text.',
  tooLong: (limit) =>
    `Your message is longer than ${limit} characters. Please shorten it, one task a message.`,
  tooFast:
    'That is faster than I can follow: your last message, and any right after it, were not worked on. Please wait a minute and send them again.',
  choiceGone: 'This choice is no longer valid. Please send your request again.',
  choiceTaken: 'This choice was recorded before; there is no need to press again.',
  fault:
    'Sorry, something went wrong and I could not handle this message. Please try again in a few minutes.',
  groupOnlyQuestions: `In a group I only answer questions about ${theDecision}. Please write to me privately for the rest.`,
  joinFirst:
    'To send updates, join first with a code from an administrator: /thamgia and the code. Nothing was stored as an update.',
  joinHow: 'Send /thamgia and your join code, for example: /thamgia ABCD-EFGH-JKMN.',
  alreadyJoined: (agency) => `You have joined as an official of ${agency}.`,
  joinedElsewhere: 'You have joined already. Send /roi first if you want to join at another agency.',
  inviteHow: `Send /taoma and the agency, for example: /taoma ${sampleAgency}. Add “lãnh đạo”, “đầu mối” or “quản trị” for those roles.`,
  agencyUnknown: (text) => `I do not recognise the agency “${text}”. Please give its full name.`,
  yourUpdates: (agency) => `Latest updates of ${agency}:`,
  noUpdates: 'Your agency has sent no update yet.',
  updateRow: (receipt, task, how, when) => `• ${task}${how ? `: ${how}` : ''} (${receipt}, ${when})`,
  noUpdatesOf: (task) => `I have no update on task ${task}.`,
  joinToSeeProgress:
    'Reported progress is shown to people who have joined. Send /thamgia and your code to join.',
  ownProgressOnly: (agency) =>
    `You can see the progress that ${agency} has reported. For other agencies please ask the focal agency.`,
  eraseHow:
    'If you leave, I erase your name, agency, role and chat id. Updates you sent stay in your agency’s record without your name. Nothing is erased yet; press the button below if you want it.',
  eraseButton: 'Leave and erase',
  nothingKept: 'You have not joined, so no personal data is kept, only messages in order to answer them.',
  reportSent: (agency, duty, year) =>
    `Please confirm: has ${agency} sent the ${duty} of ${year}? If so, press the button below and I will stop reminding you.`,
  forwarded:
    'This looks like a forwarded letter, so I took no update from it. Please send what you want to ask or report as a short message of its own.',
  sorry: `I am sorry that I could not help. Please try a shorter question, for example “${examples[0]}”, or send /trogiup to see what I can do.`,
  upcoming: 'Reminders coming up for you:',
  upcomingRow: (day, duty, lastDay) => `• ${day}: ${duty} (last day ${lastDay})`,
  noUpcoming: 'No reminder is coming up for you.',
  profile: (name, agency, role, since) =>
    [`Name: ${name}`, `Agency: ${agency}`, `Role: ${role}`, `Consent given: ${since}`].join('\n'),
  roles: { official: 'official', leader: 'unit leader', focal: 'focal agency', admin: 'administrator' },
  left: 'Your personal data is erased. Updates you sent stay in your agency’s record without your name. Thank you.',
  consentDeclined: `Nothing about you is kept. You may still ask about ${decision}.`,
  nothingToChange: 'I found nothing to change. Send, for example: 70%, or: dự kiến xong 15/01/2027.',
  draftWaiting: (task) => `(Your update card for ${task} still waits for Save.)`,
  secretRefused:
    'This looks like classified content, so I did not take it as an update. Please send it by the lawful way.',
  nudgesStopped: 'Your agency will not be reminded again about this report.',
});
