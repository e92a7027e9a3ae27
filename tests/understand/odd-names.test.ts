import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import { withWholeName } from '../../src/answers/follow-up/part-names.ts';
import { indexProgramme } from '../../src/answers/programme-index.ts';
import type { Knowledge } from '../../src/core/programme.ts';
import { findAgencies } from '../../src/understand/agencies.ts';
import { knowledge } from '../support/talk.ts';

const [first] = knowledge.agencies;
const ODD = 'Ban (điều phối [du lịch';
/** What a person may write into the files by a slip: brackets left open, signs that mean something in a pattern. */
const odd: Knowledge = {
  ...knowledge,
  agencies: [
    ...knowledge.agencies,
    ...(first
      ? [{ ...first, id: 'ban-le', name: ODD, short: ODD, english: ODD, aliases: [], successors: [] }]
      : []),
  ],
  glossary: {
    ...knowledge.glossary,
    abbreviations: [...knowledge.glossary.abbreviations, { short: 'ĐP$&', long: ['(điều phối [du lịch'] }],
    topics: [...knowledge.glossary.topics, { field: 'IV.1', words: ['du lịch (biển', 'c++ *'] }],
  },
};

describe('words of knowledge with signs of a pattern in them', () => {
  it('are names as they stand', () => {
    expect(findAgencies(`${ODD} làm gì`, odd).map(({ id }) => id)).toEqual(['ban-le']);
    expect(findAgencies('Ban ĐP làm gì', odd).map(({ id }) => id)).toEqual(['ban-le']);
  });

  it('are found by a part of theirs', () => {
    expect(withWholeName('thế còn ban (điều phối', ['ban-le'], indexProgramme(odd))).toBe(`thế còn ${ODD}`);
  });

  it('stop no talk', () => {
    const assistant = createAssistant(odd);
    const now = new Date('2026-11-25T02:00:00Z');
    const asked = assistant.ask('ai chủ trì lĩnh vực y tế', { now, agency: null, memory: null });
    const next = assistant.ask('còn du lịch?', { now, agency: null, memory: asked.memory });
    expect(next.text).toContain('Sở Văn hóa, Thể thao và Du lịch');
  });
});
