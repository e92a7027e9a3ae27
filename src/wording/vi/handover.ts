/** A colleague stands in for somebody who is away. */
export const handover = () => ({
  how: 'Anh/chị nhắn thời gian nghỉ và người làm thay, ví dụ: “nghỉ từ 10/12 đến 20/12, giao chị Hà”.',
  whom: (from: string, to: string): string =>
    `Anh/chị nghỉ từ ${from} đến ${to}. Ai làm thay anh/chị? Chọn một người, hoặc nhắn lại cả tên, ví dụ: “nghỉ từ ${from} đến ${to}, giao chị Hà”.`,
  nobody: (name: string, agency: string): string =>
    `Tôi chưa thấy ai tên “${name}” trong số cán bộ của ${agency} đã tham gia. Anh/chị kiểm tra lại họ tên, hoặc nhờ đồng nghiệp tham gia trước.`,
  alone: (agency: string): string =>
    `Ngoài anh/chị, ${agency} chưa có cán bộ nào khác tham gia, nên tôi chưa chuyển việc được cho ai.`,
  passed: 'Thời gian nghỉ này đã qua. Anh/chị nhắn lại ngày giúp.',
  unnamed: 'Cán bộ chưa ghi họ tên',
  confirm: (name: string, from: string, to: string): string =>
    `Từ ${from} đến hết ${to}, lời nhắc và phiếu đang chờ của anh/chị chuyển cho ${name}, sau đó trở lại anh/chị. Tôi hỏi ý kiến ${name} trước. Anh/chị đồng ý không?`,
  send: 'Gửi đề nghị',
  asked: (name: string): string => `Tôi đã hỏi ${name}. Có trả lời, tôi báo lại anh/chị.`,
  notReached: (name: string): string =>
    `Tôi chưa nhắn được cho ${name}. Anh/chị liên hệ trực tiếp giúp; hiện chưa có gì thay đổi.`,
  request: (name: string, from: string, to: string): string =>
    `${name} nghỉ từ ${from} đến hết ${to} và nhờ anh/chị làm thay: trong thời gian đó anh/chị nhận lời nhắc và phiếu cập nhật đang chờ của ${name}. Anh/chị nhận giúp không?`,
  accept: 'Nhận làm thay',
  decline: 'Không nhận được',
  accepted: (name: string, from: string, to: string): string =>
    `${name} nhận làm thay anh/chị từ ${from} đến hết ${to}. Nếu đi làm sớm hơn, anh/chị nhắn “tôi đi làm lại”.`,
  declined: (name: string): string =>
    `${name} không nhận làm thay được. Anh/chị chọn người khác giúp; lời nhắc vẫn gửi cho anh/chị.`,
  thanks: (name: string, from: string, to: string): string =>
    `Cảm ơn anh/chị. Từ ${from} đến hết ${to}, tôi gửi anh/chị lời nhắc của ${name}.`,
  thanksAnyway: 'Vâng, tôi báo lại để đồng nghiệp chọn người khác.',
  cards: (name: string): string => `Phiếu đang chờ của ${name}:`,
  ended: (name: string): string => `Vâng, lời nhắc và phiếu chờ đã trở lại anh/chị. Tôi báo ${name} rồi.`,
  endedForYou: (name: string): string => `${name} đã đi làm lại. Cảm ơn anh/chị đã làm thay.`,
  none: 'Hiện anh/chị không giao việc cho ai.',
  standing: (name: string, from: string, to: string, accepted: boolean): string =>
    `• ${from} – ${to}: ${name}${accepted ? ' làm thay' : ' (chưa trả lời)'}`,
  list: 'Anh/chị đang giao việc:',
  end: 'Tôi đi làm lại, nhận lại việc',
});
