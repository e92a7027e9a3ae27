import type { nudges as vietnamese } from '../vi/nudges.ts';

export const nudges: typeof vietnamese = {
  step: (step, duty, { lastDay, lastWorkingDay }) =>
    step === 0
      ? `Today is the last working day to send ${duty} (last day ${lastDay}).`
      : `${step} working days left to send ${duty} (last day ${lastDay}, last working day ${lastWorkingDay}).`,
  sendTo: (recipients, address) => `To: ${recipients.join('; ')} (${address} of the Decision).`,
  closeData: 'Please close your data early and state the day it was closed.',
  late: (planned) => `(This reminder was planned for ${planned}.)`,
  reportedLabel: 'Report sent',
  updateLabel: 'Update progress',
  muteLabel: 'Last day only',
  reported: 'Thank you. Your agency is recorded as having sent the report; no more reminders about it.',
  muted: 'You will be reminded on the last working day only.',
};
