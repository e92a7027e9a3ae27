import { type Asked, type Body, body, cite, verbatimChoices } from './compose.ts';
import { exampleChoices } from './refuse.ts';

/** Who signed the decision. */
export function answerSignatory({ knowledge, words }: Asked): Body {
  const { name, position, line } = knowledge.programme.signatory;
  return body([words.signatory(name, words.positionOf[position] ?? position), words.signedFor], {
    citations: [{ address: 'QĐ', quote: name, line }],
  });
}

export function answerRecipients({ knowledge, words }: Asked): Body {
  const { recipients } = knowledge.programme;
  return body([words.recipientsTitle, ...recipients.map(({ text }) => `• ${text.replace(/[;.]$/u, '')}`)], {
    citations: cite(...recipients),
  });
}

/** What the decision is about. */
export function answerTitle(asked: Asked): Body {
  const item = asked.index.item('QĐ.1');
  const purpose = asked.index.item('I.1');
  return body([item && asked.words.quote(item.address, item.text)], {
    citations: cite(item, purpose),
    choices: verbatimChoices(asked, ['I.1', 'II.1', 'II.2.1']),
  });
}

/** The text at an address, word for word, with everything under it. */
export function answerVerbatim(asked: Asked): Body {
  const { question, index, words, knowledge } = asked;
  const [address = ''] = question.addresses;
  const item = index.item(address);
  if (!item)
    return body([words.noAddress(address)], { outcome: 'not_in_programme', choices: exampleChoices(asked) });
  const block = index.blocks.find((one) => one.address === address);
  const field = index.field(address);
  const group = knowledge.programme.orientations.find((one) => one.address === address);
  const below = block?.tasks ?? field?.blocks ?? group?.dashes ?? listBelow(asked, address);
  const notes = knowledge.corrections
    .filter(({ line, wrong }) => line === item.line && item.text.includes(wrong))
    .map(({ wrong, right }) => words.readAs(wrong, right));
  return body(
    [
      words.quote(address, item.text),
      block && block !== item && field ? block.text : null,
      ...below.filter((one) => one.line !== item.line).map((one) => `• ${one.address}: ${one.text}`),
      ...notes,
    ],
    { citations: cite(item, ...below) },
  );
}

function listBelow({ knowledge }: Asked, address: string) {
  const { organisation, objectives } = knowledge.programme;
  return [...organisation, ...objectives].filter((one) => one.address.startsWith(`${address}.`));
}

export function answerSmallTalk(asked: Asked): Body {
  const { words, question } = asked;
  const thanks = /cam on|thank|tks|^ok|^da\b|^vang|tot|hay qua|tuyet|bye|tam biet/.test(question.raw);
  return body([thanks ? words.welcome : words.hello], {
    outcome: 'small_talk',
    choices: thanks ? [] : exampleChoices(asked),
  });
}

export function answerWhoAreYou(asked: Asked): Body {
  return body([asked.words.whoAreYou], { outcome: 'small_talk', choices: exampleChoices(asked) });
}

export function answerInstruction({ words }: Asked): Body {
  return body([words.instruction], { outcome: 'out_of_scope' });
}
