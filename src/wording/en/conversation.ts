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
            `• Your agency’s plan, for example: “plan for ${sampleTask}: led by Ms Ha, finish by 30/6/2027”, or /kehoach`,
            '• Handing over while you are away: “on leave from 10/12 to 20/12, hand over to Ms Ha”',
            '• /nhiemvu – tasks of your agency; /lichnhac – reminders coming up',
            `• /capnhat – updates sent; /lichsu ${sampleTask} – history of a task`,
            '• /hoso – your profile; /hoten – change your name; /lienket – use me on another channel too',
            '• /dulieu – everything kept about you; /roi – leave and erase',
          ]
        : []),
      ...(role === 'leader' || role === 'admin'
        ? ['• /choduyet – updates to approve; /pheduyet – turn approval on or off']
        : []),
      ...(role === 'admin' || role === 'focal'
        ? ['• “who has not reported?” – how far the agencies are; /suckhoe – the health of the document']
        : []),
      ...(role === 'admin' ? [`• /taoma ${sampleAgency} – make a join code for an agency`] : []),
      ...(role === 'admin' ? ['• /kethua – confirm who holds the duties of former agencies'] : []),
    ].join('\n'),
  unknownCommand: (command) => `I have no command “${command}”. Send /trogiup to see what I can do.`,
  empty: 'I received nothing to read. Please send it again.',
  unsupported: 'I cannot read voice messages, places or stickers. Please write it as text, or send a file.',
  file: {
    how: 'Send a picture or file (PDF, Word, Excel) here, with words such as “IV.2.a.3 60% done”, or while a card waits to be saved. A card takes 5 files.',
    attached: (name) => `“${name}” is on the card.`,
    full: 'A card takes at most 5 files, so this one was not added.',
    refused: {
      type: (name) =>
        `“${name}” is not taken. I take PDF, Word (.docx), Excel (.xlsx) and pictures (JPEG, PNG, WebP, HEIC).`,
      macro: (name) => `“${name}” holds macros and is not taken. Please save it without and send it again.`,
      encrypted: (name) =>
        `“${name}” has a password or is an old Office format (.doc, .xls) and is not taken. Please save it as .docx or .xlsx.`,
      empty: (name) => `“${name}” is empty. Please check it.`,
      too_large: (name) => `“${name}” is too large. Please send a smaller one.`,
      unreachable: (name) =>
        `“${name}” could not be fetched. Your words are kept; please send the file again later.`,
    },
  },
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
  alreadyJoined: (agency) =>
    `You have joined; agency: ${agency}. With a code of another agency, send /thamgia and that code.`,
  inviteHow: `Send /taoma and the agency, for example: /taoma ${sampleAgency}. Add “lãnh đạo”, “đầu mối” or “quản trị” for those roles.`,
  agencyUnknown: (text) => `I do not recognise the agency “${text}”. Please give its full name.`,
  yourUpdates: (agency) => `Latest updates of ${agency}:`,
  noUpdates: (agency) => `${agency} has sent no update yet.`,
  updateRow: (receipt, task, how, when) => `• ${task}${how ? `: ${how}` : ''} (${receipt}, ${when})`,
  noUpdatesOf: (task) => `I have no update on task ${task}.`,
  joinToSeeProgress:
    'Reported progress is shown to people who have joined. Send /thamgia and your code to join.',
  ownProgressOnly: (agency) =>
    `You can see the progress that ${agency} has reported. For other agencies please ask the focal agency.`,
  nothingKept: 'You have not joined, so no personal data is kept, only messages in order to answer them.',
  reportSent: (agency, duty, year) =>
    `Please confirm: has ${agency} sent the ${duty} of ${year}? If so, press the button below and I will stop reminding you.`,
  forwarded:
    'This looks like a forwarded letter, so I took no update from it. Please send what you want to ask or report as a short message of its own.',
  sorry: `I am sorry that I could not help. Please try a shorter question, for example “${examples[0]}”, or send /trogiup to see what I can do.`,
  upcoming: 'Reminders coming up for you:',
  upcomingRow: (day, duty, lastDay) => `• ${day}: ${duty} (last day ${lastDay})`,
  noUpcoming: 'No reminder is coming up for you.',
  roles: { official: 'official', leader: 'unit leader', focal: 'focal agency', admin: 'administrator' },
  left: 'Your personal data is erased. Updates you sent stay in your agency’s record without your name. Thank you.',
  consentDeclined: (guests) =>
    `All right, you were not recorded as joined.${guests ? ` You can still ask about ${decision}.` : ''}`,
  nothingToChange: 'I found nothing to change. Send, for example: 70%, or: dự kiến xong 15/01/2027.',
  draftWaiting: (task) => `(Your update card for ${task} still waits for Save.)`,
  secretRefused:
    'This looks like classified content, so I did not take it as an update. Please send it by the lawful way.',
  zaloLockedOut:
    'Zalo cannot send for now: the tokens of the account can no longer be renewed. Please have whoever runs the server run “npm run -s dondoc -- zalo-oa” and give new ones. What waited for about a day at most is sent then.',
  nudgesStopped: 'Your agency will not be reminded again about this report.',
});
