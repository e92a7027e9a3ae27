import type { Called } from '../called.ts';
import type { nudges as vietnamese } from '../vi/nudges.ts';

export const nudges: typeof vietnamese = ({ decision }: Called) => ({
  title: `🔔 Automatic reminder – ${decision}`,
  friendly: (agency, left) =>
    `The report of ${agency} is due in ${working(left)}. This is an early word, so that you can plan for it.`,
  missing: (agency, left) =>
    `No report of ${agency} has been noted yet. Only ${working(left)} left; please complete and send it soon.`,
  lastWorkingDay: (agency) =>
    `Today is the last working day before the deadline, and no report of ${agency} has been noted. Please complete and send it today.`,
  standIn: (name) => `(You stand in for ${name || 'a colleague'}.)`,
  duty: (name, year) => `• What: ${name} (${year})`,
  bothNames: (name, now) => `${name} (now: ${now})`,
  recipients: (names) => `• To: ${names}`,
  dates: (lastDay, lastWorkingDay) =>
    lastDay === lastWorkingDay
      ? `• Last day: ${lastDay}, which is also the last working day`
      : `• Last day: ${lastDay}; last working day before it: ${lastWorkingDay}`,
  basis: (address) => `• Basis: ${address}, ${decision}`,
  dataHint:
    '• Suggestion: a year’s figures usually run to the end of 14/12, the very day the report is due. You may close them earlier and state in the report “figures as of …”.',
  late: (planned) => `(This reminder was planned for ${planned} and comes late. Our apologies.)`,
  reportedButton: 'Report sent',
  reportedButtonOf: (name) => `Sent: ${name}`,
  updateButton: 'Update progress',
  muteButton: 'No more reminders',
  muteButtonOf: (name) => `No reminders: ${name}`,
  reported:
    'Thank you. It is noted that your agency has sent its report; you will not be reminded about it again.',
  muted:
    'You will not be reminded about this report again, except once on the last working day if your agency has still not reported.',
});

function working(days: number): string {
  return days === 1 ? '1 working day' : `${days} working days`;
}
