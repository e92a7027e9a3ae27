import type { Answer, AskContext, AskMemory, Language } from '../core/answer.ts';
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
import { fieldOverview } from './field-overview.ts';
import { answerFigure, claimedFigure, figureOfYear } from './figure.ts';
import { followUp } from './follow-up.ts';
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
  personal: ({ words, ...asked }) =>
    body([words.personalNotStated], {
      outcome: 'not_in_programme',
      choices: exampleChoices({ words, ...asked }),
    }),
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
  figure: (asked) => claimedFigure(asked) ?? answerFigure(asked),
  content: (asked) =>
    fieldOverview(asked) ?? claimedFigure(asked) ?? figureOfYear(asked) ?? answerContent(asked),
};

/** Questions that are remembered for a follow-up ("còn y tế?"). */
const REMEMBERED: Intent[] = [
  'lead',
  'coordinate',
  'agency_tasks',
  'my_tasks',
  'figure',
  'content',
  'section',
  'targets',
  'compare',
  'count',
  'verbatim',
  'document',
  'deadline',
  'agency',
  'succession',
  'place',
];

export function createAssistant(knowledge: Knowledge, search: Search = createSearch(knowledge)): Assistant {
  const index = indexProgramme(knowledge);
  const wording = {
    vi: vietnamese(calledIn(knowledge.about, 'vi')),
    en: english(calledIn(knowledge.about, 'en')),
  };
  const read = (text: string): Question => readQuestion(text, knowledge, search);

  function askOne(text: string, language: Language, context: AskContext): Answer {
    const said = followUp(text, context.memory, index);
    const question = read(said);
    const asked: Asked = {
      // A follow-up is rewritten; the language is that of what was typed.
      question: { ...question, language },
      context,
      knowledge,
      search,
      index,
      words: wording[language],
    };
    const body = ANSWERS[question.intent](asked);
    const memory: AskMemory | null = REMEMBERED.includes(question.intent)
      ? {
          intent: question.intent,
          language,
          agencies: question.agencies.map(({ id }) => id),
          addresses: body.citations.slice(0, 3).map(({ address }) => address),
          topic: said,
        }
      : null;
    return { ...body, intent: question.intent, language, memory };
  }

  return {
    ask(text, context) {
      const clean = decodeTelex(cleanText(text));
      const language = detectLanguage(clean);
      const pieces = severalQuestions(clean, read);
      return joinAnswers(pieces.map((piece) => askOne(piece, language, context)));
    },
  };
}
