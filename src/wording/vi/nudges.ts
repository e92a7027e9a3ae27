/** Reminders. The first is an invitation, the last says it is the last day; none of them blames. */
export const nudges = {
  step: (step: number, duty: string, dates: { lastDay: string; lastWorkingDay: string }): string => {
    const due =
      dates.lastDay === dates.lastWorkingDay
        ? `hạn cuối là ngày ${dates.lastDay}`
        : `hạn cuối là ngày ${dates.lastDay}, ngày làm việc cuối cùng là ${dates.lastWorkingDay}`;
    if (step === 0) return `Hôm nay là ngày làm việc cuối cùng để gửi ${duty} (${due}). Đơn vị anh/chị chưa báo đã gửi.`;
    if (step <= 2) return `Còn ${step} ngày làm việc là đến hạn gửi ${duty} (${due}). Đơn vị anh/chị chưa báo đã gửi.`;
    return `Xin nhắc anh/chị: sắp đến kỳ gửi ${duty}, ${due}.`;
  },
  sendTo: (recipients: string[], address: string): string => `Nơi nhận: ${recipients.join('; ')} (mục ${address} của Quyết định).`,
  closeData: 'Để kịp hạn, anh/chị nên chốt số liệu sớm và ghi rõ “số liệu tính đến ngày …” trong báo cáo.',
  late: (planned: string): string => `(Lời nhắc này lẽ ra gửi ngày ${planned}, nay gửi muộn.)`,
  reportedLabel: 'Đã gửi báo cáo',
  updateLabel: 'Cập nhật tiến độ',
  muteLabel: 'Chỉ nhắc ngày cuối',
  reported: 'Cảm ơn anh/chị. Tôi đã ghi nhận đơn vị đã gửi báo cáo và sẽ không nhắc thêm về kỳ này.',
  muted: 'Vâng, tôi sẽ chỉ nhắc anh/chị vào ngày làm việc cuối cùng.',
};
