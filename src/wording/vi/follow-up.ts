/** Sentences of answers that go on from the last one. */
export const followUp = {
  whichOne: 'Anh/chị muốn hỏi nội dung nào trong các nội dung sau?',
  taskOf: (address: string, agency: string): string => (agency === '' ? address : `${address} (${agency})`),
  unchanged: (name: string): string =>
    `${name}: dữ liệu của tôi không ghi thay đổi nào về tên gọi, tổ chức của cơ quan này.`,
  allShown: (n: number): string => `Danh sách vừa nêu chỉ có ${n} mục, không còn mục nào khác.`,
  onlySoMany: (n: number): string => `Danh sách vừa nêu chỉ có ${n} mục.`,
  noneOfThem: (topic: string): string => `Trong các mục vừa nêu, không mục nào nói về “${topic}”.`,
  noted: (name: string): string => `Vâng, anh/chị ở ${name}. Anh/chị cần tra cứu nội dung nào?`,
};
