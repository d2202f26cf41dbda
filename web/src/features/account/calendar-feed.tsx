import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, type Refusal } from '../../ask';
import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { newId } from '../../ids';
import { keys } from '../../live';
import { Button } from '../../ui/button';
import { Row, Section } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words } from './words';

const MINE = graphql(`
  query MyFeed {
    myCalendarFeed {
      id
      openedAt
    }
  }
`);
const OPEN = graphql(`
  mutation OpenFeed($commandId: Uuid!) {
    openCalendarFeed(commandId: $commandId) {
      address
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeFeed($commandId: Uuid!) {
    revokeCalendarFeed(commandId: $commandId) {
      id
    }
  }
`);

/** One's meetings in a calendar of one's own: the address is a key, so it is shown once, and can be taken back. */
export function CalendarFeed() {
  const w = useWords(words);
  const dates = useDates();
  const cache = useQueryClient();
  const { data } = useAsk(keys.mine('feed'), MINE, {});
  const refresh = () => cache.invalidateQueries({ queryKey: keys.mine('feed') });
  const open = useMutation<ResultOf<typeof OPEN>, Refusal>({ mutationFn: () => ask(OPEN, { commandId: newId() }), onSuccess: refresh });
  const revoke = useMutation<ResultOf<typeof REVOKE>, Refusal>({
    mutationFn: () => ask(REVOKE, { commandId: newId() }),
    onSuccess: () => {
      open.reset();
      return refresh();
    },
  });
  const feed = data?.myCalendarFeed;
  return (
    <Section title={w.feed}>
      <p>{w.feedText}</p>
      <p>{feed ? w.feedSince(dates.moment(feed.openedAt)) : w.feedNone}</p>
      {open.data && <Address address={open.data.openCalendarFeed.address} close={() => open.reset()} />}
      <Row>
        <Button isBusy={open.isPending} onPress={() => open.mutate()}>
          {feed ? w.feedAnew : w.feedOpen}
        </Button>
        <Button look="danger" why={!feed && w.feedNone} isBusy={revoke.isPending} onPress={() => revoke.mutate()}>
          {w.feedRevoke}
        </Button>
      </Row>
      <RefusalNotice refusal={open.error ?? revoke.error} />
    </Section>
  );
}

function Address({ address, close }: { readonly address: string; readonly close: () => void }) {
  const w = useWords(words);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="good">
      <p className="font-bold">{w.feedOnce}</p>
      <p className="py-2 break-all select-all" data-feed>
        {address}
      </p>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {isCopied ? w.copied : w.copy}
        </Button>
        <Button look="primary" onPress={close}>
          {w.feedKept}
        </Button>
      </Row>
    </Notice>
  );
}
