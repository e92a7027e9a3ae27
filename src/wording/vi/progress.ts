import type { TaskState } from '../../core/progress.ts';
import type { Called } from '../called.ts';

/** The update card and what is said around it. */
export const progress = ({ theDecision, sampleTask }: Called) => ({
  cardTitle: 'Phiếu cập nhật tiến độ – anh/chị kiểm tra giúp trước khi lưu:',
  task: (address: string, text: string): string => `• Nhiệm vụ: ${address} – ${text}`,
  percent: (percent: number): string => `• Tiến độ: ${String(percent).replace('.', ',')}%`,
  state: (state: string): string => `• Tình trạng: ${state}`,
  result: (text: string): string => `• Kết quả: ${text}`,
  difficulty: (text: string): string => `• Khó khăn, vướng mắc: ${text}`,
  proposal: (text: string): string => `• Đề xuất, kiến nghị: ${text}`,
  expectedDate: (day: string): string => `• Dự kiến hoàn thành: ${day}`,
  states: {
    not_started: 'chưa triển khai',
    in_progress: 'đang thực hiện',
    done: 'đã hoàn thành',
    stuck: 'đang vướng mắc',
    nothing_new: 'chưa có thay đổi',
    cancelled: 'đã dừng',
  } satisfies Record<TaskState, string>,
  save: 'Lưu',
  change: 'Sửa',
  cancel: 'Hủy',
  saved: (receipt: string, task: string): string =>
    `Đã lưu cập nhật nhiệm vụ ${task}. Số phiếu: ${receipt}. Cảm ơn anh/chị.`,
  alreadySaved: 'Phiếu này đã được lưu hoặc đã hủy trước đó, anh/chị không cần bấm lại.',
  askChange:
    'Anh/chị nhắn nội dung cần sửa, ví dụ: “70%”, “dự kiến xong 15/01/2027”, “vướng giải phóng mặt bằng”.',
  noCard: `Hiện không có phiếu nào đang chờ lưu. Anh/chị nhắn nội dung cập nhật, ví dụ: “${sampleTask} xong 60%”, tôi lập phiếu để anh/chị kiểm tra.`,
  askWhat: (task: string): string =>
    `Anh/chị nhắn tình hình nhiệm vụ ${task}, ví dụ: “xong 60%, vướng giải phóng mặt bằng, dự kiến xong 30/12”.`,
  keptForGood: `Cập nhật đã lưu được giữ trong lịch sử, tôi không xóa. Nếu nội dung chưa đúng, anh/chị nhắn nội dung đúng, ví dụ: “sửa lại ${sampleTask} là 60%”, tôi ghi thành cập nhật mới.`,
  cancelled: 'Đã hủy phiếu, không lưu nội dung nào.',
  /** `general` is the report every agency owes: where it stands, and the day before which; null where there is none. */
  noTasks: (agency: string, general: { address: string; before: string } | null): string =>
    `${theDecision} không giao nhiệm vụ cụ thể nào cho ${agency}, nên tôi chưa ghi cập nhật.${general ? ` Đơn vị báo cáo chung theo mục ${general.address}, trước ngày ${general.before}.` : ''}`,
  askTask: `Anh/chị cập nhật cho nhiệm vụ nào? Chọn một dòng, hoặc nhắn địa chỉ, ví dụ: ${sampleTask}. Nếu không cập nhật nữa, anh/chị nhắn “hủy”.`,
  notPermitted: (task: string, owners: string[]): string =>
    `Nhiệm vụ ${task} được giao cho ${owners.join(', ')}. Anh/chị chỉ cập nhật được nhiệm vụ của đơn vị mình nên tôi chưa lưu nội dung này.`,
  percentTooHigh: (percent: number): string =>
    `Tiến độ ${percent > 1000 ? 'anh/chị nhắn' : `${percent}%`} không nằm trong khoảng từ 0% đến 100% nên tôi chưa ghi. Anh/chị nhắn lại tỷ lệ đúng giúp, ví dụ: 60%.`,
  impossibleDay: (day: string): string => `⚠ Không có ngày ${day}. Anh/chị nhắn lại ngày dự kiến giúp.`,
  lowerThanBefore: (percent: number, day: string): string =>
    `⚠ Lần trước (ngày ${day}) đơn vị báo ${String(percent).replace('.', ',')}%. Anh/chị xem lại, nếu đúng thì cứ bấm Lưu.`,
  stillWaiting: (task: string): string =>
    `Vâng, phiếu cập nhật ${task} vẫn đang chờ. Anh/chị bấm Lưu, Sửa hoặc Hủy khi thuận tiện.`,
  indicator: (text: string, value: string): string =>
    `“${text}” là số liệu chỉ tiêu kinh tế (${value}), không phải tiến độ của một nhiệm vụ, nên tôi không lưu thành tiến độ. Nếu cần cập nhật nhiệm vụ, anh/chị ghi rõ địa chỉ, ví dụ: ${sampleTask} xong 60%.`,
});
