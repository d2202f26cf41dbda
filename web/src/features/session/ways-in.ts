import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useState } from 'react';
import { ask, Refusal } from '../../ask';
import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const WAYS_IN = graphql(`
  query WaysIn { waysIn { provider passkeys step ways } }
`);
const SIGN_IN = graphql(`
  mutation SignIn($login: ShortText!, $password: String!) {
    signIn(login: $login, password: $password) { step staffId ticket ways }
  }
`);
const CONFIRM = graphql(`
  mutation ConfirmSignIn($code: ShortText!, $ticket: String) {
    confirmSignIn(code: $code, ticket: $ticket) { step staffId ticket ways }
  }
`);
const ASK_FOR_PASSKEY = graphql(`
  mutation AskForPasskey($ticket: String) { askForPasskey(ticket: $ticket) { options question } }
`);
const SIGN_IN_WITH_PASSKEY = graphql(`
  mutation SignInWithPasskey($question: String!, $answer: String!) {
    signInWithPasskey(question: $question, answer: $answer) { step staffId ticket ways }
  }
`);
const OPEN_LINK = graphql(`
  mutation OpenSignInLink($token: String!) { openSignInLink(token: $token) { name login } }
`);
const USE_LINK = graphql(`
  mutation UseSignInLink($token: String!, $password: NewPassword!) {
    useSignInLink(token: $token, password: $password) { step staffId ticket ways }
  }
`);

/** How far signing in has come: where the next step is, and by what it can be taken. */
export type SignedIn = ResultOf<typeof SIGN_IN>['signIn'];

export const useWaysIn = () => useAsk(keys.mine('ways-in'), WAYS_IN, {});

export const signIn = (login: string, password: string) => ask(SIGN_IN, { login, password }).then((answer) => answer.signIn);
export const confirm = (code: string, ticket: string | null) => ask(CONFIRM, { code, ticket }).then((answer) => answer.confirmSignIn);
export const openLink = (token: string) => ask(OPEN_LINK, { token }).then((answer) => answer.openSignInLink);
export const followLink = (token: string, password: string) => ask(USE_LINK, { token, password }).then((answer) => answer.useSignInLink);

/** Signs in with a passkey of this device. What does it is fetched when it is first needed. */
export async function signInWithPasskey(ticket: string | null): Promise<SignedIn> {
  const { askForPasskey } = await ask(ASK_FOR_PASSKEY, { ticket });
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const answer = await startAuthentication({ optionsJSON: JSON.parse(askForPasskey.options) as PublicKeyCredentialRequestOptionsJSON });
  const variables = { question: askForPasskey.question, answer: JSON.stringify(answer) };
  return ask(SIGN_IN_WITH_PASSKEY, variables).then((answered) => answered.signInWithPasskey);
}

/** One step at a time: what it came to, or why not. Whoever closes the window of a passkey has changed their mind, and is told nothing. */
export function useStep(done: (signedIn: SignedIn) => void | Promise<void>) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const take = async (step: () => Promise<SignedIn>) => {
    if (isSending) return;
    setSending(true);
    setRefusal(null);
    try {
      await done(await step());
    } catch (fault) {
      if (fault instanceof Refusal) setRefusal(fault);
      else if (!isChangeOfMind(fault)) throw fault;
    } finally {
      setSending(false);
    }
  };
  return { take, refusal, isSending };
}

export const isChangeOfMind = (fault: unknown) => fault instanceof Error && ['NotAllowedError', 'AbortError'].includes(fault.name);
