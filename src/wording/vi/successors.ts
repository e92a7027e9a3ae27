/** Administrators confirm which agency holds whose duties today. */
export const successors = () => ({
  title: 'Cơ quan kế thừa theo dữ liệu hiện có:',
  row: (former: string, now: string, state: string): string => `• ${former} → ${now} (${state})`,
  states: { confirmed: 'đã xác nhận', partly: 'mới xác nhận một phần', open: 'chờ xác nhận' },
  nobody: 'chưa rõ cơ quan nào',
  tasks: (count: number): string => `${count} nhiệm vụ`,
  from: (day: string): string => `từ ${day}`,
  how: 'Chọn một cơ quan để xem và xác nhận, hoặc nhắn đủ trong một tin, ví dụ: “/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết số …”. Riêng một nhiệm vụ: “/kethua IV.3.b.2 → Sở Nội vụ từ 01/03/2025 theo …”.',
  unknown: (text: string): string =>
    `Tôi chưa nhận ra cơ quan hay nhiệm vụ trong “${text}”. Anh/chị ghi rõ tên cơ quan, ví dụ: “/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết số …”.`,
  same: 'Hai tên này là cùng một cơ quan. Anh/chị kiểm tra lại giúp.',
  unchanged: (agency: string): string =>
    `Theo dữ liệu hiện có, ${agency} không đổi tên, không chuyển nhiệm vụ.`,
  future: (day: string): string =>
    `Ngày ${day} chưa đến, mà xác nhận có hiệu lực ngay. Anh/chị xác nhận khi đến ngày đó giúp.`,
  needsHolder: (example: string): string =>
    `Còn thiếu cơ quan tiếp nhận. Anh/chị nhắn lại đủ, ví dụ: “${example}”.`,
  gap: 'tên cơ quan tiếp nhận',
  notGiven: (agency: string, tasks: string): string =>
    `Nhiệm vụ ${tasks} không được giao cho ${agency}. Anh/chị kiểm tra lại giúp.`,
  whichFormer: (tasks: string, agencies: string[]): string =>
    agencies.length > 0
      ? `Nhiệm vụ ${tasks} được giao cho ${agencies.join(', ')}. Anh/chị ghi rõ của cơ quan nào, ví dụ: “/kethua ${agencies[0]} ${tasks} → …”.`
      : `Nhiệm vụ ${tasks} thuộc nhiều cơ quan khác nhau. Anh/chị nhắn riêng từng nhiệm vụ giúp.`,
  nothingToTakeBack: (agency: string): string => `Chưa có xác nhận nào về ${agency} để bỏ.`,
  way: (n: number): string => `Cách ${n}:`,
  confirmWay: (n: number): string => `Xác nhận cách ${n}`,
  needsDate: (example: string): string => `Còn thiếu ngày bắt đầu. Anh/chị nhắn lại đủ, ví dụ: “${example}”.`,
  needsBasis: (example: string): string =>
    `Còn thiếu căn cứ (số, ngày văn bản). Anh/chị nhắn lại đủ, ví dụ: “${example}”.`,
  example: (former: string, now: string, day: string): string =>
    `/kethua ${former} → ${now} từ ${day} theo Nghị quyết số …`,
  check: (former: string): string => `Xác nhận cơ quan kế thừa của ${former} – anh/chị kiểm tra giúp:`,
  holder: (now: string, what: string, from: string, basis: string): string =>
    `• ${now}: ${what}, từ ${from}, căn cứ: ${basis}`,
  all: 'toàn bộ nhiệm vụ',
  rest: 'các nhiệm vụ còn lại',
  only: (tasks: string): string => `nhiệm vụ ${tasks}`,
  gains: (agency: string, tasks: string[]): string =>
    `• ${agency} được báo cáo thêm ${tasks.length} nhiệm vụ: ${tasks.join(', ')}`,
  loses: (agency: string, tasks: string[]): string =>
    `• ${agency} thôi báo cáo ${tasks.length} nhiệm vụ: ${tasks.join(', ')}`,
  effects: 'Khi xác nhận, có hiệu lực ngay:',
  sameTasks: 'Khi xác nhận, danh sách nhiệm vụ giữ nguyên; câu trả lời không còn ghi “chờ xác nhận”.',
  people: (count: number): string => `Có ${count} cán bộ đã tham gia thuộc các cơ quan này.`,
  confirm: 'Xác nhận',
  keep: 'Chưa xác nhận',
  confirmed: (former: string): string => `Đã xác nhận cơ quan kế thừa của ${former}. Có hiệu lực ngay.`,
  kept: 'Vâng, tôi chưa thay đổi gì.',
  takenBack: (former: string): string =>
    `Đã bỏ xác nhận của ${former}; trở lại dữ liệu ban đầu, ghi “chờ xác nhận”.`,
  told: (agency: string, tasks: string[], former: string, from: string, basis: string): string =>
    `Quản trị vừa xác nhận: ${agency} nhận ${tasks.length} nhiệm vụ của ${former} từ ${from} (căn cứ: ${basis}): ${tasks.join(', ')}. Anh/chị nhắn /nhiemvu để xem, và cập nhật được ngay.`,
});
