import type { FigureFault, HealthFact, HealthPart, HealthReport } from '../../core/health.ts';
import type { Called } from '../called.ts';

/** Sentences of the report on the document itself: what an administrator should know before relying on it. */
export const health = ({ decision, theDecision }: Called) => ({
  title: (day: string): string => `Kết quả rà soát văn bản – ${decision} (tính đến ngày ${day})`,
  counts: ({ fields, blocks, tasks, orientations }: HealthReport['counts']): string =>
    `• Quy mô: ${fields} lĩnh vực, ${blocks} khối nhiệm vụ, ${tasks} nhiệm vụ, ${orientations} nội dung định hướng`,
  parts: {
    frame: 'Thể thức, đánh số mục',
    typing: 'Lỗi chính tả, lỗi đánh máy',
    periods: 'Giai đoạn, thời hạn đã qua',
    dates: 'Nhiệm vụ chưa ghi thời hạn',
    leads: 'Khối nhiệm vụ chưa rõ cơ quan chủ trì',
    figures: 'Con số nằm trong lời văn',
    documents: 'Văn bản viện dẫn không ghi ngày',
    agencies: 'Cơ quan đã sắp xếp lại',
  } satisfies Record<HealthPart, string>,
  row: (part: string, n: number): string => `• ${part}: ${n}`,
  well: `Chưa phát hiện điểm nào cần lưu ý ở ${theDecision}.`,
  partWell: (part: string): string => `${part}: chưa phát hiện điểm nào cần lưu ý.`,
  choose: 'Anh/chị chọn một nội dung bên dưới để xem chi tiết.',
  partTitle: (part: string, n: number): string => `${part} (${n}):`,
  back: 'Xem tóm tắt',
  more: (n: number): string => `… và ${n} điểm khác.`,
  /** A finding with its place; the document as a whole has none. */
  finding: (address: string | null, fact: string): string =>
    address ? `• Mục ${address}: ${fact}` : `• ${fact}`,
  /** Tasks of one block without a date: "Mục IV.1.a: 6 nhiệm vụ (1, 2, 3, …)". */
  undated: (home: string, tasks: string[]): string =>
    `• Mục ${home}: ${tasks.length} nhiệm vụ (${tasks.join(', ')})`,
  automatic: 'Kết quả rà soát tự động, đề nghị đối chiếu bản gốc trước khi xử lý.',
  fact: (fact: HealthFact): string => {
    switch (fact.kind) {
      case 'absent':
        return `không tìm thấy ${ABSENT[fact.what]}`;
      case 'skipped':
        return `thiếu ${fact.names.length > 2 ? `từ ${fact.names[0]} đến ${fact.names.at(-1)}` : fact.names.join(', ')} ngay trước mục này`;
      case 'twice':
        return `số ${fact.name} dùng hai lần`;
      case 'typing':
        if (fact.right === null) return `“${fact.wrong}” có thể viết sai`;
        return fact.mended
          ? `“${fact.wrong}”, đúng là “${fact.right}” (đã có trong bảng đính chính)`
          : `“${fact.wrong}”, có lẽ là “${fact.right}”`;
      case 'document_ended':
        return `${fact.name}: giai đoạn kết thúc năm ${fact.year}`;
      case 'period_ended':
        return `“${fact.period}” đã qua`;
      case 'deadline_passed':
        return `thời hạn “${fact.deadline}” đã qua`;
      case 'no_date':
        return 'không ghi thời hạn';
      case 'no_lead':
        return fact.named.length > 0
          ? `không ghi cơ quan chủ trì (chỉ nêu ${fact.named.join(', ')})`
          : 'không nêu cơ quan nào';
      case 'no_task':
        return 'tiêu đề không có nhiệm vụ nào bên dưới';
      case 'figure': {
        const period = fact.period ? ` (${fact.period})` : '';
        const faults = fact.faults.map((fault) => FAULTS[fault]).join('; ');
        return `${fact.value}${period}${faults ? `: ${faults}` : ''}`;
      }
      case 'undated_document':
        return `viện dẫn ${fact.number} không kèm ngày ban hành`;
      case 'reorganised':
        return `${fact.name} nay là ${fact.since
          .map(
            ({ holder, from, confirmed }) =>
              `${holder ?? 'chưa rõ cơ quan kế thừa'} (từ ${day(from)}${confirmed ? '' : ', chờ xác nhận'})`,
          )
          .join('; ')}`;
    }
  },
});

const ABSENT = {
  number: 'số, ký hiệu',
  date: 'ngày ban hành',
  signatory: 'người ký',
  recipients: 'nơi nhận',
  tasks: 'nhiệm vụ nào',
};

const FAULTS: Record<FigureFault, string> = {
  no_period: 'không rõ giai đoạn',
  no_unit: 'không ghi đơn vị tính',
  several_readings: 'có thể hiểu nhiều cách',
};

function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}
