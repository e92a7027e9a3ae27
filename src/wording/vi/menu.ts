/** The menu a platform shows beside the text field: what officials use most, without its slash. */
export const menu: { command: string; description: string }[] = [
  { command: 'trogiup', description: 'Những việc tôi làm được' },
  { command: 'nhiemvu', description: 'Nhiệm vụ của đơn vị' },
  { command: 'capnhat', description: 'Các cập nhật đã gửi' },
  { command: 'lichnhac', description: 'Lịch nhắc sắp tới' },
  { command: 'kehoach', description: 'Kế hoạch của đơn vị' },
  { command: 'hoso', description: 'Hồ sơ của anh/chị' },
  { command: 'lienket', description: 'Dùng thêm trên kênh khác' },
  { command: 'thamgia', description: 'Tham gia bằng mã được cấp' },
];
