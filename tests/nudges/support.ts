import type { Person } from '../../src/core/person.ts';
import type { CalendarDay, Duty } from '../../src/core/programme.ts';

export const REPORT: Duty = {
  id: 'report',
  address: 'V.1.2',
  who: 'every_agency',
  name: { vi: 'Báo cáo tình hình thực hiện Chương trình', en: 'Report on the programme' },
  recipients: ['Chủ tịch UBND tỉnh', 'Sở Kế hoạch và Đầu tư'],
  before: { month: 12, day: 15 },
  ladder: [15, 5, 1, 0],
};

export const CONSOLIDATION: Duty = {
  ...REPORT,
  id: 'consolidation',
  address: 'V.3',
  who: 'focal_agency',
  name: { vi: 'Tổng hợp, báo cáo kết quả thực hiện', en: 'Consolidated report' },
  recipients: ['Chủ tịch UBND tỉnh'],
  before: { month: 12, day: 25 },
  ladder: [10, 5, 0],
};

export function off(day: string): CalendarDay {
  return { day, kind: 'off', name: 'nghỉ', source: 'test', official: true };
}

export function work(day: string): CalendarDay {
  return { ...off(day), kind: 'work' };
}

export function person(id: string, agency = 'so-y-te'): Person {
  return {
    id,
    name: '',
    agency,
    agencies: [agency],
    leads: [],
    role: 'official',
    consentVersion: '1',
    consentAt: new Date(0),
  };
}

/** A moment in Vietnam. */
export function at(day: string, time = '09:00'): Date {
  return new Date(`${day}T${time}:00+07:00`);
}
