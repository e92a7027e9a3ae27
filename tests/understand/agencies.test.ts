import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/knowledge/search.ts';
import { findAgencies, locateAgencies } from '../../src/understand/agencies.ts';
import { readQuestion } from '../../src/understand/question.ts';
import { knowledge } from '../support/talk.ts';

const search = createSearch(knowledge);
const read = (text: string) => readQuestion(text, knowledge, search);
const idsOf = (text: string): string[] => findAgencies(text, knowledge).map(({ id }) => id);

describe('an agency’s name', () => {
  it.each<[string, string[]]>([
    [
      'so-van-hoa-the-thao-du-lich',
      ['Sở VHTT&DL', 'svh tt dl', 'S.VHTTDL', 'bên thể thao', 'so van hoa, the thao & du lich', 'Sở Văn hoá'],
    ],
    [
      'so-giao-duc-dao-tao',
      ['SGD-ĐT', 'sgd và đt', 'Sở Giáo dục và ĐT', 'bên gdđt', 'so gd dt', 'sở đào tạo'],
    ],
    [
      'so-lao-dong-thuong-binh-xa-hoi',
      ['SLĐ-TB&XH', 's. ldtbxh', 'Sở LĐTB và XH', 'bên lao động', 'so thuong binh xa hoi', 'DOLISA'],
    ],
    ['so-khoa-hoc-cong-nghe', ['S KHCN', 'skh&cn', 'Sở Khoa học - Công nghệ', 'bên kh và cn']],
    ['so-thong-tin-truyen-thong', ['STT-TT', 'so tt & tt', 'Sở Truyền thông', 'bên thông tin']],
    ['so-ke-hoach-dau-tu', ['SKH-ĐT', 'so ke hoach dau tu', 'Sở Đầu tư', 'bên KH&ĐT', 'planning department']],
    ['so-cong-thuong', ['SCT', 's.ct', 'Sở CT', 'bên công thương']],
    ['so-y-te', ['S.YT', 'sở yt', 'ben y te', 'SYT']],
    ['so-nong-nghiep-ptnt', ['Sở NN-PTNT', 'SNN & PTNT', 'so nong nghiep va phat trien nong thon']],
    ['so-nong-nghiep-moi-truong', ['SNNMT', 'Sở NN và MT', 'sở nông nghiệp']],
    [
      'ban-quan-ly-kkt-nghi-son',
      [
        'BQL KKT',
        'bqlkkt ns',
        'Ban QLKKT Nghi Sơn & KCN',
        'ban quan ly khu kinh te',
        'BQLKKTNS&KCN',
        'ban nghi son',
      ],
    ],
    [
      'ubnd-huyen',
      ['UBND các huyện, tx, tp', 'ủy ban huyện', 'ubnd cap huyen', 'các huyện, thị xã và thành phố'],
    ],
    ['ngan-hang-nha-nuoc', ['NHNN CN Thanh Hóa', 'ngan hang nha nuoc tinh', 'NHNN VN chi nhánh TH']],
    ['co-so-giao-duc-nghe-nghiep', ['các cơ sở GDNN', 'CSGDNN', 'trường CĐ', 'cơ sở GDĐH']],
    ['co-so-y-te', ['BVĐK huyện', 'bv đa khoa', 'TTYT', 'trung tâm YT huyện']],
    ['bo-nong-nghiep-moi-truong', ['Bộ NN&MT', 'BNNMT', 'bo nong nghiep va moi truong']],
    ['van-phong-ubnd-tinh', ['VPUBND tỉnh', 'VP UBND', 'văn phòng ủy ban']],
  ])('%s', (id, written) => {
    for (const text of written) expect([text, idsOf(text)]).toEqual([text, [id]]);
  });

  it.each([
    'xây dựng đô thị thông minh',
    'y tế dự phòng',
    'sản phẩm du lịch biển',
    'cơ sở giáo dục ngoài công lập',
    'chuyen doi so y te',
    'mot so du lich trong diem',
    'số lao động có việc làm',
    'cán bộ y tế cơ sở',
    'đường bộ giao thông',
    'kỹ thuật số thông tin',
    'tổ chức thanh tra, kiểm tra',
    'kế hoạch đầu tư phát triển hạ tầng',
    'ban quản lý dự án',
  ])('is not seen in “%s”', (text) => expect(idsOf(text)).toEqual([]));

  it('is the longest that stands there, wherever its marks stand', () => {
    const found = locateAgencies('nhờ Sở Văn hoá, Thể thao và Du lịch, SYT', knowledge);
    expect(found.map(({ agency, from, to }) => [agency.short, from, to])).toEqual([
      ['Sở VHTTDL', 4, 35],
      ['Sở Y tế', 37, 40],
    ]);
  });
});

describe('a name without “Sở”', () => {
  it.each<[string, string | null]>([
    ['GTVT phải làm gì', 'so-giao-thong-van-tai'],
    ['còn VHTTDL thì sao', 'so-van-hoa-the-thao-du-lich'],
    ['lao động thương binh xã hội', 'so-lao-dong-thuong-binh-xa-hoi'],
    ['tư pháp', 'so-tu-phap'],
    ['xây dựng có nhiệm vụ gì', 'so-xay-dung'],
    ['nhiệm vụ về GTVT', null],
    ['ai chủ trì TTTT', null],
    ['hạ tầng GTVT vùng cao', null],
    ['du lịch có nhiệm vụ gì', null],
  ])('%s → %s', (text, id) => expect(read(text).agencies[0]?.id ?? null).toBe(id));

  it('is a guess where the text has the word itself', () => {
    expect(read('xây dựng').guess?.id).toBe('so-xay-dung');
    expect(read('xây dựng').intent).toBe('which_agency');
    expect(read('xây dựng cảng cạn').guess).toBeNull();
  });
});

describe('a unit of a group', () => {
  it.each([
    ['Trường Cao đẳng Kỹ nghệ Lam Kinh làm gì', 'Trường Cao đẳng Kỹ nghệ Lam Kinh'],
    ['dai hoc hong duc', 'Đại học Hồng Đức'],
    ['Trường Đại học Y Hà Nội có phân hiệu không', null],
    ['các trường đại học phải làm gì', null],
    ['BIDV có việc gì', 'BIDV'],
  ])('%s → %s', (text, unit) => expect(read(text).unit).toBe(unit));
});

describe('whether the decision or today is asked about', () => {
  it.each([
    ['Sở Nội vụ năm 2024 làm gì', 'decision'],
    ['theo quyết định Sở Y tế phải làm gì', 'decision'],
    ['Sở Xây dựng cũ làm gì', 'decision'],
    ['Sở Xây dựng hiện nay làm gì', 'today'],
    ['so noi vu bay gio lam gi', 'today'],
    ['Sở Khoa học và Công nghệ nay có việc gì', 'today'],
    ['nhiệm vụ của Sở Y tế năm nay', null],
    ['nhiem vu nay cua So Y te', null],
    ['nhiệm vụ của Sở Tài chính', null],
  ])('%s → %s', (text, era) => expect(read(text).era).toBe(era));
});

describe('what is asked of a name', () => {
  it.each([
    ['SNNMT', 'agency'],
    ['còn sở công thương?', 'agency'],
    ['Bộ TT&TT được nêu ở đâu', 'agency'],
    ['Sở Y tế, Sở GDĐT', 'compare'],
    ['stttt gộp vào đâu rồi', 'succession'],
    ['Sở Nông nghiệp và PTNT còn hoạt động không', 'succession'],
    ['ai tiếp nhận nhiệm vụ của Sở KHĐT', 'succession'],
    ['Sở GTVT nay là Sở Y tế đúng không', 'succession'],
    ['Sở Công Thương phối hợp những việc gì', 'coordinate'],
    ['NHNN chỉ đạo những ai', 'coordinate'],
    ['nhiệm vụ của Sở Công Thương', 'agency_tasks'],
    ['huyện Yên Định', 'place'],
    ['phường Hàm Rồng có việc gì', 'place'],
    ['chợ đêm ở huyện Yên Định', 'content'],
  ])('%s → %s', (text, intent) => expect(read(text).intent).toBe(intent));
});
