import type { Called } from '../called.ts';

/** "Sở Kế hoạch và Đầu tư (nay: Sở Tài chính)". */
export function bothNames(name: string, now: string[], confirmed: boolean): string {
  if (now.length === 0) return name;
  return `${name} (nay: ${now.join('; ')}${confirmed ? '' : ', chờ xác nhận'})`;
}

/** Sentences of confirming who holds whose duties today. */
export const successors = ({ theDecision }: Called) => ({
  both: bothNames,
  states: { confirmed: 'đã xác nhận', partly: 'mới xác nhận một phần', open: 'chờ xác nhận' },
  list: 'Cơ quan tiếp nhận nhiệm vụ của các cơ quan trong quyết định. Anh/chị chọn một cơ quan để xem và xác nhận:',
  listRow: (name: string, now: string, state: string): string => `• ${name} → ${now} (${state})`,
  nobody: 'chưa có cơ quan tiếp nhận',
  holder: (name: string, only: string): string => (only ? `${name} (${only})` : name),
  none: (name: string, example: string): string =>
    `Tôi chưa ghi nhận cơ quan nào tiếp nhận nhiệm vụ của ${name}. Nếu có, anh/chị nhắn, ví dụ: ${example}`,
  proposal: (name: string, state: string): string => `Tiếp nhận nhiệm vụ của ${name} (${state}):`,
  row: (
    scope: string,
    tasks: number,
    holder: string,
    from: string,
    basis: string,
    confirmed: boolean,
  ): string =>
    [
      `• ${scope}${tasks > 0 ? ` (${tasks} nhiệm vụ)` : ''} → ${holder}, từ ${from}${confirmed ? '' : ', chờ xác nhận'}.`,
      `  Căn cứ: ${basis}.`,
    ].join('\n'),
  all: 'Toàn bộ',
  rest: 'Các nhiệm vụ còn lại',
  confirmedBy: (name: string, when: string): string => `Người xác nhận: ${name}, lúc ${when}.`,
  unnamed: 'quản trị (không còn lưu họ tên)',
  unnamedPerson: 'Cán bộ chưa ghi họ tên',
  wouldChange: 'Nếu xác nhận, quyền cập nhật tiến độ thay đổi như sau:',
  changed: 'Quyền cập nhật tiến độ thay đổi như sau:',
  noChange: 'Quyền cập nhật của những người đã tham gia giữ nguyên.',
  gains: (name: string, agency: string, tasks: number): string =>
    `• ${name} (${agency}): được cập nhật thêm ${tasks} nhiệm vụ.`,
  loses: (name: string, agency: string, tasks: number): string =>
    `• ${name} (${agency}): thôi cập nhật ${tasks} nhiệm vụ.`,
  morePeople: (n: number): string => `• và ${n} người nữa.`,
  newCode: (agency: string): string =>
    `Ai thôi quyền mà nay làm việc ở cơ quan tiếp nhận thì cần mã tham gia mới: /taoma ${agency}`,
  otherwise: (example: string): string => `Nếu khác, anh/chị nhắn lại cho đúng, ví dụ: ${example}`,
  confirm: 'Xác nhận',
  confirmOnly: (holder: string): string => `Chỉ xác nhận ${holder}`,
  takeBack: 'Bỏ xác nhận',
  see: (name: string): string => `Xem ${name}`,
  /** The command as it is typed: what passes, to whom, since when, on what basis. */
  example: (former: string, successor: string, from: string, basis: string): string =>
    `/kethua ${former} → ${successor} từ ${from} theo ${basis}`,
  sampleBasis: 'Nghị quyết số …',
  sampleSuccessor: 'tên cơ quan tiếp nhận',
  how: (examples: string[]): string =>
    `Anh/chị ghi cơ quan cũ, cơ quan tiếp nhận, ngày và căn cứ giúp, ví dụ: ${examples.join(' hoặc ')}`,
  missing: { successor: 'cơ quan tiếp nhận', from: 'ngày tiếp nhận', basis: 'căn cứ' },
  ask: (missing: string[], example: string): string =>
    `Anh/chị cho tôi biết thêm ${missing.length > 1 ? `${missing.slice(0, -1).join(', ')} và ` : ''}${missing.at(-1)}, ví dụ: ${example}`,
  noSuchTask: (address: string): string => `${theDecision} không có nhiệm vụ ${address}.`,
  notGiven: (agency: string, address: string): string =>
    `${theDecision} không giao nhiệm vụ ${address} cho ${agency}. Anh/chị kiểm tra lại giúp.`,
  whichFormer: (address: string, names: string[], example: string): string =>
    `Nhiệm vụ ${address} được giao cho ${names.join(', ')}. Anh/chị ghi rõ của cơ quan nào giúp, ví dụ: ${example}`,
  notInDecision: (name: string): string =>
    `${theDecision} không giao nhiệm vụ nào cho ${name} theo tên nên không có gì để chuyển. Anh/chị ghi tên cơ quan trong quyết định giúp.`,
  sameAgency: (name: string): string =>
    `Cơ quan cũ và cơ quan tiếp nhận đều là ${name}. Anh/chị kiểm tra lại giúp.`,
  notYet: (day: string): string =>
    `Ngày ${day} chưa đến, mà lời xác nhận có hiệu lực ngay. Đến ngày đó anh/chị xác nhận giúp.`,
  isSplit: (name: string, successor: string): string =>
    `Nhiệm vụ của ${name} đang chia cho nhiều cơ quan. Anh/chị giao cho ${successor} phần nào?`,
  onlyShare: (addresses: string): string => `Riêng ${addresses}`,
  everything: 'Toàn bộ',
  done: (name: string): string => `Tôi đã ghi nhận xác nhận của anh/chị về nhiệm vụ của ${name}:`,
  told: (n: number): string => `Tôi đã báo cho ${n} cán bộ của cơ quan tiếp nhận.`,
  already: (name: string): string => `Nội dung này về ${name} đã được xác nhận trước đó.`,
  movedOn:
    'Thông tin về cơ quan này đã thay đổi từ lúc tôi gửi nút bấm, nên tôi chưa ghi nhận gì. Hiện nay là:',
  takenBack: (name: string): string =>
    `Tôi đã bỏ xác nhận về ${name}. Danh sách và quyền cập nhật trở lại như trong dữ liệu của chương trình.`,
  nothingToTakeBack: (name: string): string => `Chưa có xác nhận nào về ${name} để bỏ.`,
  takeBackWhole: (name: string): string =>
    `Tôi chỉ bỏ được xác nhận của cả cơ quan. Nếu đúng ý, anh/chị nhắn: /kethua bỏ ${name}`,
  /** To people of an agency that takes over. */
  youGain: (agency: string, former: string, tasks: string[], from: string, basis: string): string =>
    `Quản trị xác nhận: từ ${from}, ${agency} tiếp nhận ${tasks.length} nhiệm vụ của ${former}${tasks.length <= 8 ? `: ${tasks.join(', ')}` : ''}. Căn cứ: ${basis}. Anh/chị cập nhật được tiến độ các nhiệm vụ này; nhắn /nhiemvu để xem.`,
  /** To somebody of an agency whose tasks all passed on. */
  passedOn: (agency: string, now: string): string =>
    `Nhiệm vụ của ${agency} nay do ${now} đảm nhiệm, nên tôi chưa ghi cập nhật. Nếu nay làm việc ở cơ quan tiếp nhận, anh/chị xin quản trị mã tham gia mới giúp.`,
});
