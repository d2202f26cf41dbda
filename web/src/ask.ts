import { setClockBy } from './clock';
import { languageNow } from './words/language';
import { idOf, type TadaDocumentNode } from './graphql';

interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** What the product answered instead; `OFFLINE` when no answer came at all, `UNAVAILABLE` when none could be given just now. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    sentence: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(sentence);
  }

  /** Nobody knows whether it was done: the same command may be sent again. */
  get isUnanswered(): boolean {
    return this.code === 'OFFLINE' || this.code === 'UNAVAILABLE' || this.code === 'INTERNAL';
  }

  /** Whether the fault is in this field of the input. */
  isAbout(field: string): boolean {
    return this.fields.some(({ path }) => path === field || path === `input.${field}` || path.startsWith(`input.${field}.`));
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly fields?: FieldFault[] };
  }[];
}

const OFFLINE = {
  ja: 'サーバーに接続できません。入力した内容はこの画面に残っています。つながったらもう一度お試しください。',
  en: 'The server cannot be reached. What you typed stays on this screen; please try again once connected.',
};

/** Commands that are under way, and how many have come to an end: each may have brought this browser another session. */
const commands = new Set<Promise<unknown>>();
let ended = 0;

/** Sends one operation. Throws a `Refusal` with the sentence to show; `signal` breaks it off, which reads as `OFFLINE`. */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const language = languageNow();
  const before = ended;
  const sending = send(idOf(document), variables, language, signal);
  if (isCommand(variables)) follow(sending);
  const answer = await sending;
  const error = answer?.errors?.[0];
  const refusal = error && new Refusal(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.fields);
  // Asked with a session that a command was just exchanging for another: it is the answer to the command that brings the new one.
  if (refusal && isOvertaken(refusal, variables, before)) {
    await Promise.all(commands);
    return ask(document, variables, signal);
  }
  if (refusal) throw refusal;
  if (!answer?.data) throw new Refusal('OFFLINE', OFFLINE[language]);
  return answer.data as Result;
}

const isOvertaken = ({ code }: Refusal, variables: unknown, before: number) =>
  code === 'UNAUTHENTICATED' && !isCommand(variables) && (commands.size > 0 || ended !== before);
const isCommand = (variables: unknown) => typeof variables === 'object' && variables !== null && 'commandId' in variables;

/** `send` never fails, so this neither. */
function follow(command: Promise<unknown>): void {
  commands.add(command);
  void command.then(() => {
    commands.delete(command);
    ended += 1;
  });
}

async function send(documentId: string, variables: unknown, language: 'ja' | 'en', signal?: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ documentId, variables }),
      signal,
    });
    setClockBy(response.headers.get('date'));
    return (await response.json()) as Answer;
  } catch {
    return null;
  }
}
