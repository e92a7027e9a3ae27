/** Sentences of answers that go on from the last one. */
export const followUp = {
  whichOne: 'Anh/chị muốn hỏi nội dung nào trong các nội dung sau?',
  taskOf: (address: string, agency: string): string => (agency === '' ? address : `${address} (${agency})`),
  unchanged: (name: string): string =>
    `${name}: dữ liệu của tôi không ghi thay đổi nào về tên gọi, tổ chức của cơ quan này.`,
  allShown: (n: number): string => `Danh sách vừa nêu chỉ có ${n} mục, không còn mục nào khác.`,
  onlySoMany: (n: number): string => `Danh sách vừa nêu chỉ có ${n} mục.`,
  noneOfThem: (topic: string): string => `Trong các mục vừa nêu, tôi không tìm thấy nội dung về “${topic}”.`,
  nobody: (place: string): string => `Mục ${place} không ghi cơ quan nào chủ trì hay phối hợp.`,
  noDocument: (places: string): string => `Mục ${places} không dẫn văn bản nào.`,
  dates: (places: string): string => `Ở mục ${places}, các nhiệm vụ sau ghi thời hạn riêng:`,
  noDates: (places: string): string => `Ở mục ${places}, không nhiệm vụ nào ghi thời hạn riêng.`,
  ownDates: (plan: string): string =>
    `Nhiệm vụ không ghi thời hạn thì đơn vị tự xác định thời gian hoàn thành trong chương trình hành động của mình (mục ${plan}).`,
  yearsNamed: (address: string): string =>
    `Mục ${address} không ghi thời hạn bằng ngày, chỉ nêu mốc năm như sau:`,
  noYear: (address: string): string => `Mục ${address} không ghi thời hạn hay mốc năm nào.`,
  noted: (name: string): string => `Vâng, anh/chị ở ${name}. Anh/chị cần tra cứu nội dung nào?`,
};
