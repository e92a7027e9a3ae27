import type { Answer, AskContext, Language } from '../core/answer.ts';
import type { Knowledge } from '../core/programme.ts';
import { cleanText } from '../core/text.ts';
import { createSearch, type Search } from '../knowledge/search.ts';
import type { Intent } from '../understand/intent.ts';
import { detectLanguage } from '../understand/language.ts';
import { type Question, readQuestion } from '../understand/question.ts';
import { decodeTelex } from '../understand/telex.ts';
import { calledIn } from '../wording/called.ts';
import { answers as english } from '../wording/en/answers.ts';
import { answers as vietnamese } from '../wording/vi/answers.ts';
import {
  answerForbidden,
  answerImplementers,
  answerInstruction,
  answerRecipients,
  answerResults,
  answerSignatory,
  answerSmallTalk,
  answerTitle,
  answerVerbatim,
  answerWhoAreYou,
  answerWholeText,
} from './about.ts';
import { answerAgency, answerSuccession, answerWhichAgency } from './agency.ts';
import { answerTasks } from './agency-tasks.ts';
import { type Asked, type Body, body } from './compose.ts';
import { answerContent } from './content.ts';
import { answerCoordinate } from './coordinate.ts';
import { answerCount } from './count.ts';
import { answerDeadline, answerEffective, answerIssued, answerPeriod } from './dates.ts';
import { answerBases, answerDocument } from './documents.ts';
import { answerField } from './field-overview.ts';
import { answerFigure, claimedFigure, figureOfYear } from './figure.ts';
import { askBack, introduction } from './follow-up/ask-back.ts';
import { followUp } from './follow-up/follow-up.ts';
import type { Meaning } from './follow-up/followed.ts';
import { remember } from './follow-up/memory.ts';
import { ownAgency } from './follow-up/own-agency.ts';
import { answerLead } from './lead.ts';
import { answerAbbreviation, answerCompare, answerDocuments, answerSection, answerTargets } from './lists.ts';
import { answerMention } from './mention.ts';
import { answerSummary } from './outline.ts';
import { answerPlace } from './place.ts';
import { indexProgramme } from './programme-index.ts';
import { answerDatedTasks, answerRanking } from './ranking.ts';
import { exampleChoices, outOfScope, refuse } from './refuse.ts';
import { joinAnswers, severalQuestions } from './several.ts';

export interface Assistant {
  /** Answers one question from the programme alone. Pure: the same question, context and knowledge give the same answer. */
  ask(text: string, context: AskContext): Answer;
}

const ANSWERS: Record<Intent, (asked: Asked) => Body> = {
  small_talk: answerSmallTalk,
  who_are_you: answerWhoAreYou,
  verbatim: answerVerbatim,
  instruction: answerInstruction,
  forbidden: answerForbidden,
  foreign: outOfScope,
  unstated: (asked) => refuse(asked, asked.words.notStated),
  document: answerDocument,
  legal_bases: answerBases,
  signatory: answerSignatory,
  personal: (asked) =>
    body([asked.words.personalNotStated], { outcome: 'not_in_programme', choices: exampleChoices(asked) }),
  recipients: answerRecipients,
  effective_date: answerEffective,
  issue_date: answerIssued,
  title: answerTitle,
  period: answerPeriod,
  deadline: answerDeadline,
  count: answerCount,
  ranking: answerRanking,
  dated_tasks: answerDatedTasks,
  summary: answerSummary,
  whole_text: answerWholeText,
  implementers: answerImplementers,
  results: answerResults,
  mention: answerMention,
  targets: answerTargets,
  documents: answerDocuments,
  abbreviation: answerAbbreviation,
  compare: answerCompare,
  agency: answerAgency,
  which_agency: answerWhichAgency,
  succession: answerSuccession,
  place: answerPlace,
  section: answerSection,
  coordinate: answerCoordinate,
  lead: answerLead,
  my_tasks: answerTasks,
  agency_tasks: answerTasks,
  field: answerField,
  figure: (asked) => claimedFigure(asked) ?? answerFigure(asked),
  content: (asked) => claimedFigure(asked) ?? figureOfYear(asked) ?? answerContent(asked),
};

export function createAssistant(knowledge: Knowledge, search: Search = createSearch(knowledge)): Assistant {
  const index = indexProgramme(knowledge);
  const wording = {
    vi: vietnamese(calledIn(knowledge.about, 'vi')),
    en: english(calledIn(knowledge.about, 'en')),
  };

  /** One question of a message; `language` is that of the whole message. */
  function askOne(text: string, language: Language, context: AskContext, read: Read): Answer {
    const before = context.memory;
    const own = ownAgency(text, knowledge)?.id ?? before?.own ?? null;
    const agency = own ?? context.agency;
    const followed =
      before && followUp(text, { memory: before, knowledge, index, read, now: context.now, own: agency });
    const meaning = followed?.meaning ?? null;
    const spoken = followed?.language ?? language;
    const asked: Asked = {
      // A follow-up is rewritten; the language is that of what was typed.
      question: { ...read(meaning?.kind === 'ask' ? meaning.text : text), language: spoken },
      context: { ...context, agency },
      knowledge,
      search,
      index,
      words: wording[spoken],
    };
    const said = introduction(asked, meaning, own) ?? answerIn(asked, meaning);
    return {
      ...said,
      language: spoken,
      memory: remember({ ...asked, before, meaning, typed: text, own }, said),
    };
  }

  return {
    ask(text, context) {
      const clean = decodeTelex(
        cleanText(text)
          .slice(0, READ_AT_MOST)
          .replace(/[^\S\n]+/gu, ' '),
      );
      const language = detectLanguage(clean);
      const read = once((one) => readQuestion(one, knowledge, search));
      const goesOn = (piece: string): boolean =>
        context.memory !== null &&
        followUp(piece, {
          memory: context.memory,
          knowledge,
          index,
          read,
          now: context.now,
          own: context.agency,
        }) !== null;
      let memory = context.memory;
      const answers = severalQuestions(clean, read, goesOn).map((piece) => {
        const answer = askOne(piece, language, { ...context, memory }, read);
        memory = answer.memory ?? memory;
        return answer;
      });
      return joinAnswers(answers);
    },
  };
}

/** A question is asked in fewer UTF-16 units than these; what is behind them is not read. */
const READ_AT_MOST = 1_000;

type Read = (text: string) => Question;

/** Reads the same words once. */
function once(read: Read): Read {
  const known = new Map<string, Question>();
  return (text) => {
    const question = known.get(text) ?? read(text);
    known.set(text, question);
    return question;
  };
}

/** The body of a question, of an answer out of the talk, or of a question asked back; with its intent. */
function answerIn(asked: Asked, meaning: Meaning | null): Body & { intent: string } {
  if (meaning?.kind === 'choose') return { ...askBack(asked, meaning.offers), intent: FOLLOW_UP };
  if (meaning?.kind === 'answer') return { ...meaning.answer(asked), intent: FOLLOW_UP };
  const { intent } = asked.question;
  return { ...ANSWERS[intent](asked), intent };
}

const FOLLOW_UP = 'follow_up';
