import { describe, expect, it } from 'vitest';
import { readOwnName } from '../../src/understand/own-name.ts';

describe('a name said in words', () => {
  it.each([
    ['tên tôi là Trần Thị Hà', 'Trần Thị Hà'],
    ['Tên của em là Nguyễn Tài Đức ạ.', 'Nguyễn Tài Đức'],
    ['họ tên: Lê Văn Bền', 'Lê Văn Bền'],
    ['Họ và tên: H’Hen Niê', 'H’Hen Niê'],
    ['dạ, em tên là Phạm Lâm Phong nhé', 'Phạm Lâm Phong'],
    ['ten toi la tran thi ha', 'tran thi ha'],
    ['đổi tên tôi thành Đỗ Ánh', 'Đỗ Ánh'],
    ['my name is Trần Hà', 'Trần Hà'],
  ])('%s → %s', (text, name) => expect(readOwnName(text)).toBe(name));

  it.each([
    'tên tôi là gì?',
    'tên tôi là gì',
    'tên đề án là gì',
    'em tên Hà ở Sở Y tế',
    'tôi tên Hà, cho hỏi cơ quan nào chủ trì logistics',
    'họ tên: ',
    'tên nhiệm vụ là Trung tâm logistics',
    'tên tôi là Hà và tôi muốn hỏi cơ quan nào chủ trì lĩnh vực y tế',
    'họ tên người phụ trách: Trần Thị Hà',
  ])('not: %s', (text) => expect(readOwnName(text)).toBeNull());
});
