import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import { knowledge } from '../support/talk.ts';

const assistant = createAssistant(knowledge);
const NOW = new Date('2026-11-25T02:00:00Z');
const LENGTH = 4_000;
/** The event loop is held as long as one question is read: no message may stop the others. */
const MOST_MS = 2_000;

const to = (length: number, part: string, end = ''): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length - end.length) + end;

describe('a message made to be slow', () => {
  it.each([
    ['thanks without end', to(LENGTH, 'cảm ơn ạ ạ ạ ', ' xyz')],
    ['thanks and one more word', `cảm ơn${' ạ'.repeat(60)} xyz`],
    ['people called on', to(LENGTH, 'anh chị ', 'xyz')],
    ['self without end', `${'ben em '.repeat(28)}ơi GTVT`],
    ['roman numbers', `IV.2.a.3 ${'i'.repeat(60)}z`],
    ['how many', to(LENGTH, 'mấy ', 'nào')],
    ['some and which', to(LENGTH, 'may noi nao ', 'x')],
    ['places', to(LENGTH, 'Huyện A ', 'x')],
    ['blanks', `ai${' '.repeat(LENGTH)}chủ trì`],
    ['mentions', `does the decision mention ${to(LENGTH, 'a, ', 'b')}`],
    ['parts of a mention', `có nhắc đến ${to(LENGTH, 'chợ và ', 'x')} không`],
    ['sent reports', to(LENGTH, 'đã gửi báo cáo ', 'xyz')],
    ['own units', to(LENGTH, 'bên em đơn vị em ', 'xyz')],
    ['directions', to(LENGTH, 'theo hướng ', 'nào')],
    ['years', to(LENGTH, '2025 phải ', 'gì')],
    ['documents', to(LENGTH, 'kế hoạch ', 'số mấy')],
    ['clauses', to(LENGTH, 'TP. ', 'x')],
  ])('%s is read at once', (_, text) => {
    const started = performance.now();
    const { text: said } = assistant.ask(text, { now: NOW, agency: null, memory: null });
    expect(performance.now() - started).toBeLessThan(MOST_MS);
    expect(said).not.toBe('');
  });
});
