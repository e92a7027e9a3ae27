/** Joining, consent, codes. The greeting says that this is a machine (Law 134/2025/QH15, article 11). */
export const people = {
  greeting:
    'Xin chào anh/chị. Tôi là Đôn Đốc, trợ lý tự động (không phải người) về Quyết định 3572/QĐ-UBND ngày 30/8/2024 của UBND tỉnh Thanh Hóa. Tôi lưu nội dung trao đổi để trả lời và để không mất tin của anh/chị. Nhắn /trogiup để xem tôi làm được gì.',
  consent: (agency: string, role: string): string =>
    [
      `Mã này dành cho: ${role}, ${agency}.`,
      'Trước khi tham gia, mời anh/chị đọc và cho biết có đồng ý không:',
      '• Mục đích: nhận cập nhật tiến độ và nhắc hạn báo cáo theo Quyết định 3572/QĐ-UBND.',
      '• Thông tin được lưu: tên hiển thị, cơ quan, vai trò, mã cuộc trò chuyện và các cập nhật anh/chị gửi.',
      '• Người được xem: đơn vị anh/chị, cơ quan đầu mối và quản trị hệ thống.',
      '• Thời gian: đến khi anh/chị nhắn /roi. Khi đó thông tin cá nhân được xóa, cập nhật vẫn thuộc hồ sơ của đơn vị.',
      '• Anh/chị xem thông tin của mình bằng /hoso.',
    ].join('\n'),
  agree: 'Đồng ý',
  decline: 'Không đồng ý',
  joined: (agency: string): string => `Cảm ơn anh/chị. Anh/chị đã tham gia với tư cách cán bộ của ${agency}.`,
  refused: {
    unknown: 'Mã tham gia này không đúng. Anh/chị kiểm tra lại từng ký tự, hoặc xin mã mới từ quản trị.',
    expired: 'Mã tham gia này đã hết hạn. Anh/chị xin mã mới từ quản trị giúp.',
    used_up: 'Mã tham gia này đã được dùng hết. Anh/chị xin mã mới từ quản trị giúp.',
  },
  codeCreated: (code: string, agency: string, role: string, expires: string, uses: number): string =>
    [
      `Mã tham gia cho ${agency} (${role}), dùng ${uses} lần, đến hết ngày ${expires}:`,
      code,
      `Người nhận nhắn cho tôi: /thamgia ${code}`,
      'Mã chỉ hiện một lần, anh/chị gửi riêng cho đúng người giúp.',
    ].join('\n'),
  notAllowed: 'Việc này cần quyền tham gia phù hợp. Anh/chị nhắn /thamgia kèm mã, hoặc liên hệ quản trị giúp.',
};
