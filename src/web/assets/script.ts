import { chat } from '../browser/chat.ts';
import { make, renderText } from '../browser/render-text.ts';

/** The page's script: the functions of browser/ as they were compiled, so that they are checked like all other code. */
export const script = `(() => {\n'use strict';\n${[make, renderText, chat].map(String).join('\n')}\nchat();\n})();\n`;
