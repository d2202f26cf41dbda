import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../ask';
import { useAsk, useVerb } from '../../data';
import { forgetDrafts } from '../../drafts';
import { graphql } from '../../graphql';
import { newId } from '../../ids';
import { keys } from '../../live';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words as says } from './sign-in-words';

const SESSIONS = graphql(`
  query MySessions {
    currentSessionId
    mySessions {
      id
      device
      method
      factor
      startedAt
      lastSeenAt
    }
  }
`);
const END = graphql(`
  mutation EndSession($commandId: Uuid!, $input: EndSessionInput!) {
    endSession(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const END_ALL = graphql(`
  mutation SignOutEverywhere($commandId: Uuid!) {
    signOutEverywhere(commandId: $commandId) {
      id
    }
  }
`);

/** Where one is signed in, and the means to end it. */
export function SessionsPart() {
  const s = useWords(says);
  const dates = useDates();
  const cache = useQueryClient();
  const reading = useAsk(keys.mine('sessions'), SESSIONS, {});
  const { data } = reading;
  const ending = useVerb(END);
  const endAll = async () => {
    await ask(END_ALL, { commandId: newId() });
    forgetDrafts();
    cache.clear();
    window.location.assign('/');
  };
  return (
    <Section
      title={s.sessions}
      reading={reading}
      lines={3}
      beside={
        <Button look="danger" onPress={() => void endAll()}>
          {s.endAll}
        </Button>
      }
    >
      <RefusalNotice refusal={ending.refusal} />
      <ul className="flex flex-col gap-3">
        {data?.mySessions.map(({ id, device, method, factor, startedAt, lastSeenAt }) => {
          const name = deviceName(device) || s.unknownDevice;
          const isThis = id === data.currentSessionId;
          return (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <strong>{name}</strong>
              <span className="text-solid-gray-700">
                {s[method]}
                {factor && factor !== method && `＋${s[factor]}`}・{s.since(dates.moment(startedAt))}・{s.seen(dates.moment(lastSeenAt))}
              </span>
              {isThis ? (
                <span>（{s.thisOne}）</span>
              ) : (
                <Button look="quiet" label={s.endSessionOf(name)} onPress={() => ending.send({ sessionId: id })}>
                  {s.endSession}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const BROWSERS = [/(Edg|OPR|Firefox|Chrome|Safari)\/[\d.]+/, /\((Windows|Macintosh|X11; Linux|iPhone|iPad|Linux; Android)/] as const;
const CALLED: Readonly<Record<string, string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  Macintosh: 'Mac',
  'X11; Linux': 'Linux',
  'Linux; Android': 'Android',
};

/** What people call a browser and its machine: `Chrome, Windows`. Whatever is none of those is shown as it calls itself. */
function deviceName(device: string): string {
  const parts = BROWSERS.flatMap((pattern) => pattern.exec(device)?.[1] ?? []).map((part) => CALLED[part] ?? part);
  return parts.length > 0 ? parts.join(', ') : device.slice(0, 60);
}
