import type { Called } from '../called.ts';

/** An agency's own plan of its tasks: leader in charge, finish date, steps (V.1). */
export const plans = ({ theDecision }: Called) => ({
  title: (agency: string): string => `Kế hoạch thực hiện của ${agency}:`,
  count: (all: number, planned: number, undated: number): string =>
    [
      `• ${planned}/${all} nhiệm vụ đã có kế hoạch`,
      ...(undated > 0 ? [`• ${undated} nhiệm vụ đã có kế hoạch nhưng chưa có thời gian hoàn thành`] : []),
    ].join('\n'),
  row: (task: string, how: string): string => `• ${task}: ${how}`,
  immediate: 'triển khai ngay, không cần chương trình riêng',
  open: (tasks: string): string => `• Chưa có kế hoạch: ${tasks}`,
  undated: 'chưa có thời gian hoàn thành',
  leaderOf: (name: string): string => `${name} phụ trách`,
  until: (day: string): string => `xong ${day}`,
  noTasks: (agency: string): string => `${theDecision} không giao nhiệm vụ cụ thể nào cho ${agency}.`,
  how: (task: string): string =>
    `Anh/chị đặt từng nhiệm vụ bằng một tin, ví dụ: “kế hoạch ${task}: PGĐ Nguyễn Văn A phụ trách, xong 30/6/2027”.`,
  begin: 'Lập kế hoạch lần lượt',
  goOn: 'Lập tiếp kế hoạch',
  /** One task of the guided set-up. */
  ask: (task: string, text: string, at: number, all: number): string =>
    [
      `Nhiệm vụ ${at}/${all}: ${task} – ${text}`,
      'Lãnh đạo nào phụ trách, và bao giờ xong? Anh/chị nhắn, ví dụ: “PGĐ Nguyễn Văn A, 30/6/2027”. Có thể ghi thêm “việc: khảo sát 31/3/2027, trình đề án 30/5/2027”.',
    ].join('\n'),
  immediateButton: 'Triển khai ngay, không cần chương trình riêng',
  skip: 'Để sau, sang nhiệm vụ khác',
  stop: 'Dừng, làm tiếp sau',
  cardTitle: 'Kế hoạch thực hiện – anh/chị kiểm tra giúp trước khi lưu:',
  task: (address: string, text: string): string => `• Nhiệm vụ: ${address} – ${text}`,
  leader: (name: string): string => `• Lãnh đạo phụ trách: ${name}`,
  finish: (day: string): string => `• Thời gian hoàn thành: ${day}`,
  step: (text: string, day: string | null): string => `   – ${text}${day ? ` (${day})` : ''}`,
  steps: '• Việc cụ thể:',
  atOnce: '• Triển khai ngay, không cần chương trình riêng (mục V.1)',
  save: 'Lưu',
  saveNext: 'Lưu, sang nhiệm vụ tiếp',
  cancel: 'Hủy',
  note: {
    noLeader: '→ Chưa có lãnh đạo phụ trách. Anh/chị nhắn thêm, hoặc bấm Lưu để bổ sung sau.',
    noDate: '→ Chưa có thời gian hoàn thành. Anh/chị nhắn thêm ngày, hoặc bấm Lưu để bổ sung sau.',
    passed: (day: string): string => `⚠ Ngày ${day} đã qua. Nếu đúng, anh/chị cứ bấm Lưu.`,
    beyond: (day: string, end: number): string =>
      `⚠ Ngày ${day} sau năm ${end}, năm cuối của Chương trình. Nếu đúng, anh/chị cứ bấm Lưu.`,
    dayOff: (day: string): string =>
      `⚠ Ngày ${day} là ngày nghỉ. Nếu đúng, anh/chị cứ bấm Lưu; nếu không, nhắn lại ngày khác.`,
    stepAfter: (day: string): string => `⚠ Có việc cụ thể ghi ngày ${day}, sau thời gian hoàn thành.`,
  },
  saved: (task: string): string => `Đã lưu kế hoạch nhiệm vụ ${task}.`,
  savedMany: (count: number): string => `Đã lưu kế hoạch của ${count} nhiệm vụ.`,
  notUnderstood:
    'Tôi chưa nhận ra lãnh đạo phụ trách hay thời gian hoàn thành. Anh/chị nhắn, ví dụ: “PGĐ Nguyễn Văn A, 30/6/2027”, hoặc chọn một nút dưới đây.',
  stopped: (planned: number, all: number): string =>
    `Vâng, tôi dừng ở đây. Đơn vị đã có kế hoạch cho ${planned}/${all} nhiệm vụ. Khi nào tiện, anh/chị nhắn /kehoach để làm tiếp.`,
  finished: (planned: number, all: number, undated: number): string =>
    `Đã hết danh sách. Đơn vị có kế hoạch cho ${planned}/${all} nhiệm vụ${undated > 0 ? `, trong đó ${undated} nhiệm vụ chưa có thời gian hoàn thành` : ''}. Nhắn /kehoach để xem lại hoặc bổ sung.`,
  standing: 'Kế hoạch hiện nay:',
  change: 'Muốn sửa, anh/chị nhắn nội dung mới, ví dụ: “xong 30/9/2027”, “giao chị Hà phụ trách”.',
  leftAsIs: 'Vâng, tôi giữ nguyên như cũ.',
  cancelled: 'Vâng, tôi không lưu kế hoạch vừa rồi.',
  notPermitted: (task: string): string =>
    `Nhiệm vụ ${task} không thuộc đơn vị anh/chị, nên tôi không lập kế hoạch được.`,
  waiting: (task: string): string => `(Anh/chị đang lập kế hoạch ${task}; nhắn tiếp khi tiện.)`,
  fromFile: (file: string, count: number): string =>
    `Tôi đọc được kế hoạch của ${count} nhiệm vụ trong tệp “${file}”. Anh/chị kiểm tra giúp trước khi lưu:`,
  stepCount: (count: number): string => `, ${count} việc cụ thể`,
  more: (count: number): string => `(và ${count} nhiệm vụ nữa)`,
  saveAll: 'Lưu tất cả',
  unmatched: (count: number, lines: string[]): string =>
    `Chưa xác định được nhiệm vụ của ${count} dòng, hoặc không thuộc đơn vị; các dòng này không được lưu:\n${lines.map((line) => `   – ${line}`).join('\n')}`,
  nothingInFile:
    'Tôi chưa nhận ra nhiệm vụ nào của đơn vị trong tệp này. Tệp cần có cột nhiệm vụ (địa chỉ hoặc nội dung), lãnh đạo phụ trách và thời gian hoàn thành.',
});
