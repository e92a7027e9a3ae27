import type { TaskState } from '../../core/progress.ts';
import type { Called } from '../called.ts';

const decimal = (value: number): string => String(value).replace('.', ',');

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
  evidence: (named: string[]): string => `• Minh chứng: ${named.join('; ')}`,
  files: (names: string[]): string => `• Tệp kèm theo: ${names.length} tệp (${names.join(', ')})`,
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
  passedOn: (agency: string, now: string): string =>
    `Nhiệm vụ của ${agency} nay do ${now} đảm nhiệm, nên tôi chưa ghi cập nhật. Nếu anh/chị đã chuyển sang cơ quan mới, anh/chị xin mã của cơ quan đó rồi nhắn /thamgia giúp.`,
  askTask: `Anh/chị cập nhật cho nhiệm vụ nào? Chọn một dòng, hoặc nhắn địa chỉ, ví dụ: ${sampleTask}. Nếu không cập nhật nữa, anh/chị nhắn “hủy”.`,
  notPermitted: (task: string, owners: string[]): string =>
    `Nhiệm vụ ${task} được giao cho ${owners.join(', ')}. Anh/chị chỉ cập nhật được nhiệm vụ của đơn vị mình nên tôi chưa lưu nội dung này.`,
  percentTooHigh: (percent: number): string =>
    `Tiến độ ${percent > 1000 ? 'anh/chị nhắn' : `${percent}%`} không nằm trong khoảng từ 0% đến 100% nên tôi chưa ghi. Anh/chị nhắn lại tỷ lệ đúng giúp, ví dụ: 60%.`,
  impossibleDay: (day: string): string => `⚠ Không có ngày ${day}. Anh/chị nhắn lại ngày dự kiến giúp.`,
  /** What a card says against itself or against what is known. Asked, never blocked. */
  contradiction: {
    lowerThanBefore: (percent: number, day: string): string =>
      `⚠ Lần trước (ngày ${day}) đơn vị báo ${decimal(percent)}%.`,
    doneBefore: (day: string): string => `⚠ Lần trước (ngày ${day}) đơn vị báo đã hoàn thành.`,
    doneButPercent: (percent: number): string => `⚠ Ghi đã hoàn thành nhưng tỷ lệ là ${decimal(percent)}%.`,
    earlierThanBefore: (expected: string, day: string): string =>
      `⚠ Lần trước (ngày ${day}) đơn vị dự kiến xong ngày ${expected}, lần này sớm hơn.`,
    laterThanPlan: (finish: string): string =>
      `⚠ Kế hoạch của đơn vị đặt thời gian hoàn thành là ${finish}. Nếu lùi thời hạn, đơn vị nhớ sửa cả kế hoạch.`,
    dayPassed: (expected: string): string => `⚠ Ngày dự kiến ${expected} đã qua.`,
    beyondProgramme: (end: number): string => `⚠ Ngày dự kiến sau năm ${end}, năm cuối của Chương trình.`,
    otherAgency: (agency: string, percent: number, day: string): string =>
      `⚠ ${agency} cũng báo về nhiệm vụ này: ${decimal(percent)}% (ngày ${day}). Hai đơn vị nên thống nhất số liệu.`,
  },
  /** Under what was to be looked at twice. */
  ifRight: 'Anh/chị xem lại giúp; nếu đúng thì cứ bấm Lưu.',
  /** The one thing that would make the card complete. */
  missing: {
    difficulty: '→ Anh/chị nhắn thêm đang vướng việc gì, hoặc bấm Lưu nếu chưa tiện ghi.',
    percent: '→ Nếu có tỷ lệ hoàn thành, anh/chị nhắn thêm, ví dụ “60%”; nếu không, cứ bấm Lưu.',
  },
  guideButton: 'Trả lời từng mục',
  /** The form that asks field by field. */
  guide: {
    ask: {
      progress:
        'Đến nay làm được bao nhiêu phần trăm, hoặc tình trạng thế nào (đang làm, đã xong, đang vướng)?',
      result: 'Kết quả chính là gì?',
      difficulty: 'Có khó khăn, vướng mắc gì không?',
      proposal: 'Đơn vị có đề xuất, kiến nghị gì không?',
      expectedDate: 'Dự kiến ngày nào hoàn thành?',
    },
    again: {
      progress:
        'Tôi chưa nhận ra tỷ lệ hay tình trạng. Anh/chị nhắn, ví dụ: “60%”, “đã xong”, “đang vướng”, hoặc bấm Bỏ qua.',
      expectedDate: 'Tôi chưa nhận ra ngày. Anh/chị nhắn, ví dụ: “30/6/2027”, “quý 2/2027”, hoặc bấm Bỏ qua.',
    },
    skip: 'Bỏ qua',
  },
  formLeft: 'Vâng, tôi bỏ qua việc đó.',
  withdraw: {
    ask: (receipt: string, task: string, how: string, day: string): string =>
      `Anh/chị muốn rút cập nhật ${receipt} (nhiệm vụ ${task}${how ? `: ${how}` : ''}, gửi ngày ${day})? Vì lý do gì? Chọn hoặc nhắn lý do. Cập nhật đã rút không tính nữa nhưng vẫn được giữ trong lịch sử.`,
    reasons: ['Nhập sai số liệu', 'Nhầm nhiệm vụ', 'Gửi trùng'],
    keep: 'Không rút nữa',
    kept: 'Vâng, cập nhật được giữ nguyên.',
    none: 'Tôi không thấy cập nhật nào anh/chị có thể rút. Anh/chị nhắn /capnhat để xem các cập nhật của đơn vị.',
    already: 'Cập nhật này đã được rút trước đó.',
    done: (receipt: string, own: string): string =>
      `Đã rút cập nhật ${receipt} (số phiếu rút: ${own}). Anh/chị có thể gửi cập nhật mới bất cứ lúc nào.`,
  },
  /** The timeline of a task. */
  history: {
    how: `Anh/chị nhắn /lichsu kèm địa chỉ nhiệm vụ, ví dụ: /lichsu ${sampleTask}.`,
    title: (task: string, text: string): string => `Diễn biến nhiệm vụ ${task} – ${text}`,
    plan: (text: string): string => `kế hoạch: ${text}`,
    corrects: (receipt: string): string => `[sửa ${receipt}]`,
    approved: '[lãnh đạo đã duyệt]',
    files: (count: number): string => `[${count} tệp]`,
    withdrawn: (day: string): string => `[đã rút ngày ${day}]`,
    withdrawal: (receipt: string, reason: string): string => `rút ${receipt}, lý do: ${reason}`,
    earlier: (count: number): string => `(còn ${count} mục trước đó)`,
  },
  short: {
    result: (text: string): string => `kết quả: ${text}`,
    difficulty: (text: string): string => `vướng mắc: ${text}`,
    proposal: (text: string): string => `đề xuất: ${text}`,
    expectedDate: (day: string): string => `dự kiến xong ${day}`,
  },
  recalled: 'Anh/chị còn phiếu cập nhật chưa lưu:',
  recalledFor: (name: string): string =>
    `${name || 'Đồng nghiệp'} còn phiếu cập nhật chưa lưu, nay nhờ anh/chị làm thay:`,
  approvalRecalled: (count: number): string =>
    `Có ${count} cập nhật của đơn vị đang chờ anh/chị duyệt. Nhắn /choduyet để xem.`,
  personalNumbers:
    '⚠ Nội dung có số điện thoại, số định danh hoặc thư điện tử. Nếu không cần cho báo cáo, anh/chị bấm Hủy và nhắn lại không kèm thông tin này.',
  /** Who has reported this year, for the focal agency. */
  reported: {
    title: (year: number): string => `Tình hình cập nhật năm ${year}:`,
    silent: (count: number): string => `Chưa có cập nhật (${count} cơ quan):`,
    heard: (count: number): string => `Đã có cập nhật (${count} cơ quan):`,
    row: (agency: string, updated: number, all: number, day: string | null, sent: string | null): string =>
      `• ${agency}: ${updated}/${all} nhiệm vụ${day ? `, gần nhất ${day}` : ''}${sent ? `; đã gửi báo cáo năm (${sent})` : ''}`,
  },
  saveAll: (count: number): string => `Lưu cả ${count} phiếu`,
  approval: {
    approve: 'Duyệt',
    return: 'Trả lại',
    edit: 'Sửa',
    submitted: (task: string): string =>
      `Tôi đã trình lãnh đạo đơn vị duyệt cập nhật nhiệm vụ ${task}. Khi lãnh đạo duyệt, tôi ghi nhận và báo lại anh/chị. Cần sửa, anh/chị nhắn “lấy lại”.`,
    submittedUnreached:
      'Tôi đã chuyển phiếu sang chờ duyệt nhưng chưa nhắn được cho lãnh đạo đơn vị. Anh/chị báo lãnh đạo nhắn /choduyet giúp.',
    whichOne: 'Đang có nhiều phiếu chờ duyệt. Anh/chị chọn ngay dưới từng phiếu, hoặc nhắn “duyệt cả”.',
    noneSubmitted:
      'Anh/chị không có phiếu nào đang chờ duyệt. Nhắn /capnhat để xem các cập nhật đã được ghi nhận.',
    stillWithLeader: (task: string, day: string): string =>
      `Phiếu cập nhật nhiệm vụ ${task} (ngày ${day}) đang chờ lãnh đạo đơn vị duyệt. Khi được duyệt, tôi báo anh/chị ngay.`,
    callBack: 'Lấy lại để sửa',
    calledBackByYou: 'Tôi đã lấy lại phiếu, lãnh đạo đơn vị được báo là không cần duyệt nữa.',
    calledBack: (author: string, task: string): string =>
      `${author || 'Người gửi'} đã lấy lại phiếu cập nhật nhiệm vụ ${task} để sửa, anh/chị chưa cần duyệt.`,
    asked: (author: string): string =>
      `${author || 'Một cán bộ của đơn vị'} trình anh/chị duyệt cập nhật sau:`,
    askReason: 'Anh/chị nhắn lý do trả lại hoặc nội dung cần làm rõ, tôi chuyển cho người gửi.',
    askEdit: 'Anh/chị nhắn nội dung cần sửa, ví dụ: “70%”, “dự kiến xong 15/01/2027”.',
    approved: (task: string): string => `Lãnh đạo đơn vị đã duyệt cập nhật nhiệm vụ ${task}.`,
    approvedByYou: 'Anh/chị đã duyệt.',
    returned: (reason: string, card: string): string =>
      `Lãnh đạo đơn vị trả lại phiếu cập nhật, ghi: “${reason}”.\n\n${card}\n\nAnh/chị nhắn nội dung cần sửa, rồi bấm Lưu để trình lại.`,
    returnedByYou: 'Tôi đã trả lại phiếu kèm ý kiến của anh/chị cho người gửi.',
    nonePending: 'Hiện không có cập nhật nào chờ anh/chị duyệt.',
    state: (agency: string, on: boolean): string =>
      on
        ? `${agency} đang bật duyệt: cập nhật của cán bộ chỉ được ghi nhận sau khi lãnh đạo đơn vị duyệt. Nhắn “/pheduyet tắt” để bỏ.`
        : `${agency} không yêu cầu duyệt: cập nhật được ghi nhận ngay khi cán bộ bấm Lưu. Nhắn “/pheduyet bật” nếu muốn lãnh đạo duyệt trước.`,
  },
  stillWaiting: (task: string): string =>
    `Vâng, phiếu cập nhật ${task} vẫn đang chờ. Anh/chị bấm Lưu, Sửa hoặc Hủy khi thuận tiện.`,
  indicator: (text: string, value: string): string =>
    `“${text}” là số liệu chỉ tiêu kinh tế (${value}), không phải tiến độ của một nhiệm vụ, nên tôi không lưu thành tiến độ. Nếu cần cập nhật nhiệm vụ, anh/chị ghi rõ địa chỉ, ví dụ: ${sampleTask} xong 60%.`,
});
