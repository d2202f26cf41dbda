import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { now as serverNow } from '../../clock';
import { Button } from '../../ui/button';
import { RefusalNotice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { useEndAccess, useUnderWay, type UnderWay } from './access';
import { names as called } from './names';
import { words } from './words';

const MINUTE_MS = 60_000;

/** On every screen, as long as somebody looks where they otherwise may not. */
export function AccessesUnderWay() {
  return useUnderWay().map((access) => <Banner key={access.id} access={access} />);
}

function Banner({ access }: { readonly access: UnderWay }) {
  const w = useWords(words);
  const n = useWords(called);
  const names = useWords(codes);
  const list = useList();
  const dates = useDates();
  const left = useMinutesUntil(access.until);
  const verb = useEndAccess(access.case?.id ?? '');
  return (
    <section
      aria-label={n.access[access.kind]}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border-2 border-error-2 bg-red-50 px-4 py-3 print:hidden"
    >
      <strong className="text-red-1000">{w.underWay(n.access[access.kind], access.case?.number ?? '—')}</strong>
      <span>{list(access.categories.map((category) => names.category[category]))}</span>
      <span className="tabular-nums">
        {w.until(dates.time(access.until))}（{w.left(left)}）
      </span>
      <span className="ml-auto flex items-center gap-2">
        {access.case && (
          <Link href={`/cases/${access.case.id}/records`} className="px-2 text-key-900 underline hover:bg-key-50">
            {w.see}
          </Link>
        )}
        <Button look="danger" isBusy={verb.isSending} onPress={() => verb.send({ accessId: access.id })}>
          {w.end}
        </Button>
      </span>
      <RefusalNotice refusal={verb.refusal} />
    </section>
  );
}

/** Whole minutes that are left, counted down as they go. */
function useMinutesUntil(moment: string): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(serverNow()), MINUTE_MS / 4);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / MINUTE_MS));
}
