import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ask, Refusal } from '../../ask';
import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { newId } from '../../ids';
import { keys } from '../../live';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { isChangeOfMind } from './ways-in';

const MY_WAYS = graphql(`
  query MyWaysIn {
    waysIn { passkeys }
    recoveryCodesLeft
    mySecondFactors { id version kind name addedAt lastUsedAt }
  }
`);
const OFFER_TOTP = graphql(`
  mutation OfferTotp($ticket: String) { offerTotp(ticket: $ticket) { secret picture offer } }
`);
const ADD_TOTP = graphql(`
  mutation AddTotp($commandId: Uuid!, $input: AddTotpInput!, $ticket: String) {
    addTotp(commandId: $commandId, input: $input, ticket: $ticket) { recoveryCodes signedIn { step staffId ticket ways } }
  }
`);
const OFFER_PASSKEY = graphql(`
  mutation OfferPasskey($ticket: String) { offerPasskey(ticket: $ticket) { options question } }
`);
const ADD_PASSKEY = graphql(`
  mutation AddPasskey($commandId: Uuid!, $input: AddPasskeyInput!, $ticket: String) {
    addPasskey(commandId: $commandId, input: $input, ticket: $ticket) { recoveryCodes signedIn { step staffId ticket ways } }
  }
`);
const END = graphql(`
  mutation EndSecondFactor($commandId: Uuid!, $input: EndSecondFactorInput!) { endSecondFactor(commandId: $commandId, input: $input) { id } }
`);
const MAKE_CODES = graphql(`
  mutation MakeRecoveryCodes($commandId: Uuid!) { makeRecoveryCodes(commandId: $commandId) { codes } }
`);

export type TotpOffer = ResultOf<typeof OFFER_TOTP>['offerTotp'];
export type Added = ResultOf<typeof ADD_TOTP>['addTotp'];

export const useMyFactors = () => useAsk(keys.mine('factors'), MY_WAYS, {});
export const useEndFactor = () => useVerb(END);

export const offerTotp = (ticket: string | null) => ask(OFFER_TOTP, { ticket }).then((answer) => answer.offerTotp);
export const addTotp = (input: { name: string; offer: string; code: string }, ticket: string | null) =>
  ask(ADD_TOTP, { commandId: newId(), input, ticket }).then((answer) => answer.addTotp);
export const makeCodes = () => ask(MAKE_CODES, { commandId: newId() }).then((answer) => answer.makeRecoveryCodes.codes);

/** Lets this device make a passkey, and adds it. */
export async function addPasskey(name: string, ticket: string | null): Promise<Added> {
  const { offerPasskey } = await ask(OFFER_PASSKEY, { ticket });
  const { startRegistration } = await import('@simplewebauthn/browser');
  const answer = await startRegistration({ optionsJSON: JSON.parse(offerPasskey.options) as PublicKeyCredentialCreationOptionsJSON });
  const input = { name, question: offerPasskey.question, answer: JSON.stringify(answer) };
  return ask(ADD_PASSKEY, { commandId: newId(), input, ticket }).then((answered) => answered.addPasskey);
}

/** Something that is done once, and then shown: what came of it, or why not. */
export function useDoing<Result>(done: (result: Result) => void) {
  const cache = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const go = async (doing: () => Promise<Result>) => {
    if (isSending) return;
    setSending(true);
    setRefusal(null);
    try {
      done(await doing());
      await cache.invalidateQueries({ queryKey: keys.mine('factors') });
    } catch (fault) {
      if (fault instanceof Refusal) setRefusal(fault);
      else if (!isChangeOfMind(fault)) throw fault;
    } finally {
      setSending(false);
    }
  };
  return { go, refusal, isSending };
}
