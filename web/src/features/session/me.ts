import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, Refusal } from '../../ask';
import { graphql, type ResultOf } from '../../graphql';
import { newId } from '../../ids';
import { keys } from '../../live';

const ME = graphql(`
  query Me {
    me {
      id
      name
      kana
      postings {
        isCurrent
        profession
        agency {
          id
          name
        }
      }
    }
  }
`);
const SIGN_IN = graphql(`
  mutation SignIn($login: ShortText!, $password: String!) { signIn(login: $login, password: $password) { staffId } }
`);
const SIGN_OUT = graphql(`
  mutation SignOut($commandId: Uuid!) { signOut(commandId: $commandId) { id } }
`);

export interface Me {
  readonly me: ResultOf<typeof ME>['me'] | null;
}

/** Who is signed in, or nobody. A session that ends later is a refusal, so that its screen stays. */
export function useMe() {
  const cache = useQueryClient();
  return useQuery<Me, Refusal>({
    queryKey: keys.mine('me'),
    queryFn: () =>
      ask(ME, {}).catch((fault: unknown) => {
        const isKnown = Boolean(cache.getQueryData<Me>(keys.mine('me'))?.me);
        if (fault instanceof Refusal && fault.code === 'UNAUTHENTICATED' && !isKnown) return { me: null };
        throw fault;
      }),
  });
}

/** The person whose screen this is; only below `App`, which shows nothing before it is known. */
export function usePerson() {
  const { data } = useMe();
  const postings = data?.me?.postings.filter(({ isCurrent }) => isCurrent) ?? [];
  return {
    id: data?.me?.id ?? '',
    name: data?.me?.name ?? '',
    kana: data?.me?.kana ?? '',
    postings,
    isManager: postings.some(({ profession }) => profession === 'MANAGER'),
    isAdministrator: postings.some(({ profession }) => profession === 'SYSTEM_ADMINISTRATOR'),
    isOfficer: postings.some(({ profession }) => profession === 'INFORMATION_OFFICER'),
  };
}

export function useSignIn(done: (staffId: string) => void | Promise<void>) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (login: string, password: string) => {
    setSending(true);
    setRefusal(null);
    try {
      const { signIn } = await ask(SIGN_IN, { login, password });
      await done(signIn.staffId);
    } catch (fault) {
      if (fault instanceof Refusal) setRefusal(fault);
      else throw fault;
    } finally {
      setSending(false);
    }
  };
  return { send, refusal, isSending };
}

/** Ends the session and forgets everything that was read or typed. */
export function useSignOut() {
  const cache = useQueryClient();
  return async () => {
    await ask(SIGN_OUT, { commandId: newId() }).catch(() => null);
    cache.clear();
    window.location.assign('/');
  };
}
