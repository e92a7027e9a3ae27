import type { Called } from '../called.ts';

/** Sentences of the reminders, milder first. */
export const nudges = ({ decision }: Called) => ({
  title: `🔔 Nhắc việc tự động – ${decision}`,
  friendly: (agency: string, left: number): string =>
    `Còn ${left} ngày làm việc nữa là đến hạn báo cáo của ${agency}. Tôi nhắc trước để anh/chị tiện sắp xếp công việc.`,
  missing: (agency: string, left: number): string =>
    `Đến nay tôi chưa ghi nhận báo cáo của ${agency}. Chỉ còn ${left} ngày làm việc, mong anh/chị sớm hoàn thành và gửi đi.`,
  lastWorkingDay: (agency: string): string =>
    `Hôm nay là ngày làm việc cuối cùng trước hạn mà tôi vẫn chưa ghi nhận báo cáo của ${agency}. Đề nghị anh/chị hoàn thành và gửi ngay trong hôm nay.`,
  standIn: (name: string): string => `(Anh/chị đang làm thay ${name || 'đồng nghiệp'}.)`,
  duty: (name: string, year: number): string => `• Nội dung: ${name} (năm ${year})`,
  bothNames: (name: string, now: string): string => `${name} (nay: ${now})`,
  recipients: (names: string): string => `• Nơi nhận: ${names}`,
  dates: (lastDay: string, lastWorkingDay: string): string =>
    lastDay === lastWorkingDay
      ? `• Hạn cuối: ${lastDay}, cũng là ngày làm việc cuối cùng`
      : `• Hạn cuối: ${lastDay}; ngày làm việc cuối cùng trước hạn: ${lastWorkingDay}`,
  basis: (address: string): string => `• Căn cứ: ${address}, ${decision}`,
  dataHint:
    '• Gợi ý: số liệu năm thường được chốt đến hết ngày 14/12, trùng với hạn gửi. Anh/chị có thể chốt sớm hơn và ghi rõ trong báo cáo “số liệu tính đến ngày …”.',
  late: (planned: string): string =>
    `(Lời nhắc này lẽ ra được gửi ngày ${planned}, nay gửi muộn. Mong anh/chị thông cảm.)`,
  reportedButton: 'Đã gửi báo cáo',
  reportedButtonOf: (name: string): string => `Đã gửi: ${name}`,
  updateButton: 'Cập nhật tiến độ',
  muteButton: 'Không nhắc nữa',
  muteButtonOf: (name: string): string => `Không nhắc: ${name}`,
  reported: 'Cảm ơn anh/chị. Tôi đã ghi nhận đơn vị đã gửi báo cáo và sẽ không nhắc thêm về kỳ báo cáo này.',
  muted:
    'Vâng, tôi sẽ không nhắc anh/chị về kỳ báo cáo này nữa. Riêng ngày làm việc cuối cùng, nếu đơn vị vẫn chưa báo cáo thì tôi xin nhắc một lần.',
});
