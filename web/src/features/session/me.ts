import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, Refusal } from '../../ask';
import { forgetDrafts, isUnsent } from '../../drafts';
import { graphql, type ResultOf } from '../../graphql';
import { newId } from '../../ids';
import { hangUp, keys } from '../../live';
import { useWords } from '../../words/language';
import { words } from './words';

const ME = graphql(`
  query Me {
    draftKey
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
const SIGN_OUT = graphql(`
  mutation SignOut($commandId: Uuid!) { signOut(commandId: $commandId) { id } }
`);

export interface Me {
  readonly draftKey?: string | null;
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

/** Ends the session and forgets everything that was read or typed. */
export function useSignOut() {
  const cache = useQueryClient();
  const w = useWords(words);
  return async () => {
    if (isUnsent(cache) && !window.confirm(w.unsentOnSignOut)) return;
    // What ends the session would end the line as well, and show the form for signing in on a page that is being left.
    hangUp(cache);
    await ask(SIGN_OUT, { commandId: newId() }).catch(() => null);
    forgetDrafts();
    cache.clear();
    window.location.assign('/');
  };
}
