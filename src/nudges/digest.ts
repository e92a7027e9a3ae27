import { writeDay } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import type { Nudge } from '../core/nudge.ts';
import type { Duty } from '../core/programme.ts';
import { nudges as wording } from '../wording/vi/nudges.ts';

/** The reminder as the person reads it, with the choices that end it. */
export function digest(nudge: Nudge, duty: Duty): Reply {
  const { duty: id, year, agency } = nudge;
  const dates = { lastDay: writeDay(nudge.lastDay), lastWorkingDay: writeDay(nudge.lastWorkingDay) };
  const lines = [
    ...(nudge.late ? [wording.late(writeDay(nudge.plannedFor))] : []),
    wording.step(nudge.step, duty.name.vi, dates),
    wording.sendTo(duty.recipients, duty.address),
    ...(nudge.step > 0 && duty.who === 'every_agency' ? [wording.closeData] : []),
  ];
  return {
    text: lines.join('\n'),
    choices: [
      { label: wording.reportedLabel, action: { kind: 'duty_reported', duty: id, year, agency } },
      { label: wording.updateLabel, action: { kind: 'say', text: '/nhiemvu' } },
      ...(nudge.step > 0 ? [{ label: wording.muteLabel, action: { kind: 'nudge_mute' as const, duty: id, year } }] : []),
    ],
  };
}
