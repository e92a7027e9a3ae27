import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answers/answer.ts';
import { knowledge } from '../support/talk.ts';

const assistant = createAssistant(knowledge);
const NOW = new Date('2026-11-25T02:00:00Z');

describe('the buttons of an English answer', () => {
  it.each([
    'which agency leads logistics?',
    'Department of Finance',
    'compare the Department of Health and the Department of Industry and Trade',
    'how many tasks does the Department of Health lead?',
    'tasks of the Department of Construction',
    'education',
    'when is the yearly report due?',
    'full text of the decision',
    'I work at the Department of Health',
  ])('%s', (text) => {
    const context = { now: NOW, agency: null, memory: null };
    const answer = assistant.ask(text, context);
    expect(answer.language).toBe('en');
    for (const { label, action } of answer.choices) {
      if (action.kind !== 'say') continue;
      const pressed = assistant.ask(action.text, { ...context, memory: answer.memory ?? null });
      expect(pressed.language, `${label}: ${action.text}`).toBe('en');
      expect(pressed.outcome, `${label}: ${action.text}`).not.toMatch(/out_of_scope|clarify/);
    }
  });
});
