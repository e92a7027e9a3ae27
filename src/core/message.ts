import type { Successor } from './programme.ts';

/** Something a person sent, as a channel hands it to the inbox. */
export interface IncomingMessage {
  channel: string;
  /** Unique within the channel; the platform repeats it when it repeats the delivery. */
  deliveryId: string;
  /** Where a reply goes, within the channel: one private chat. */
  chat: string;
  /** True for a group, where the bot speaks only when addressed and personal matters are refused. */
  group: boolean;
  body:
    | { kind: 'text'; text: string }
    /** A button was pressed: the token the choice was sent with. */
    | { kind: 'choice'; token: string }
    /** A file or picture; `ref` is what the channel fetches it by, `bytes` what it says of the size. */
    | { kind: 'file'; ref: string; name: string; bytes: number | null; caption?: string }
    /** A voice message, a place… that the bot cannot read; `caption` may hold text. */
    | { kind: 'unsupported'; what: string; caption?: string }
    /** Nothing was said: the person closed the chat, and nothing reaches them there any more. */
    | { kind: 'left' };
  /** The name the platform gives the person, if any. Never logged. */
  senderName?: string;
}

/** A button, or a number to answer with where there are no buttons. */
export interface Choice {
  token: string;
  label: string;
  /** It only asks something: may be taken again, and leaves the choices beside it open. */
  again?: true;
}

/** One platform message to one chat. `choices` is empty for plain text. */
export interface OutgoingMessage {
  text: string;
  choices: Choice[];
}

/** What a choice does when taken. Stored with its token; the token is all the platform sees. */
export type ChoiceAction =
  /** As if the person had typed this. */
  | { kind: 'say'; text: string }
  | { kind: 'consent'; agree: boolean; codeHash: string }
  | { kind: 'draft'; do: 'save' | 'change' | 'cancel' | 'guide'; draft: string }
  | { kind: 'drafts_save'; drafts: string[] }
  /** Leaves the field that is asked as it is. */
  | { kind: 'guide_skip'; draft: string }
  /** A leader's answer to a card that waits for approval. */
  | { kind: 'approval'; do: 'approve' | 'return' | 'edit'; draft: string }
  /** The author takes a card back that waits for approval. */
  | { kind: 'call_back'; draft: string }
  /** Takes a stored update back for this reason; null keeps it. */
  | { kind: 'withdraw'; receipt: string; reason: string | null }
  | {
      kind: 'plan';
      do: 'begin' | 'save' | 'immediate' | 'skip' | 'stop';
      agency: string;
      /** The task the step is about; null to begin with the first that has no plan. */
      task: string | null;
    }
  | { kind: 'plan_file'; save: boolean; file: string }
  | { kind: 'handover_ask'; to: string; firstDay: string; lastDay: string }
  | { kind: 'handover_answer'; handover: string; agree: boolean }
  | { kind: 'handover_end'; handover: string }
  /** An administrator confirms these successors of an agency; null leaves things as they are. */
  | {
      kind: 'succession';
      agency: string;
      successors: Successor[] | null;
      /** The number of the newest word when it was shown: after another one it changes nothing. */
      after: number;
    }
  | { kind: 'draft_task'; draft: string; task: string }
  | { kind: 'duty_reported'; duty: string; year: number; agency: string }
  | { kind: 'leave'; agree: boolean }
  /** Takes a chat from the person who presses. */
  | { kind: 'unlink'; channel: string; chat: string }
  | { kind: 'nudge_mute'; duty: string; year: number };

/** A choice before it has a token. */
export interface ChoiceOffer {
  label: string;
  action: ChoiceAction;
}

/** What the bot wants to say: text of any length and choices; cut into platform messages by the outbox. */
export interface Reply {
  text: string;
  choices: ChoiceOffer[];
}
