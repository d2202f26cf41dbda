import { useState } from 'react';
import { Button } from '../../ui/button';
import { Row, Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { AddFactor, RecoveryCodes } from './add-factor';
import { makeCodes, useDoing, useEndFactor, useMyFactors } from './factors';
import { words as says } from './sign-in-words';

/** One's own second factors, and the codes for the day on which one is lost. */
export function FactorsPart() {
  const s = useWords(says);
  const dates = useDates();
  const reading = useMyFactors();
  const { data } = reading;
  const [codes, setCodes] = useState<readonly string[]>([]);
  const making = useDoing(setCodes);
  const ending = useEndFactor();
  const factors = data?.mySecondFactors ?? [];
  return (
    <Section title={s.factors} reading={reading} lines={2}>
      {data && factors.length === 0 && <Empty title={s.noFactors} />}
      <ul className="flex flex-col gap-2">
        {factors.map(({ id, version, kind, name, addedAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <strong>{name}</strong>
            <span className="text-solid-gray-700">
              {s[kind]}・{s.added(dates.moment(addedAt))}・{lastUsedAt ? s.lastUsed(dates.moment(lastUsedAt)) : s.neverUsed}
            </span>
            <Button look="quiet" label={s.endOf(name)} isBusy={ending.isSending} onPress={() => ending.send({ factorId: id, version })}>
              {s.end}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={ending.refusal ?? making.refusal} />
      {codes.length > 0 && <RecoveryCodes codes={codes} done={() => setCodes([])} />}
      {data && (
        <AddFactor key={factors.length} ticket={null} hasPasskeys={data.waysIn.passkeys} done={(added) => setCodes(added.recoveryCodes)} />
      )}
      {data && factors.length > 0 && (
        <Row>
          <span>{s.codesLeft(data.recoveryCodesLeft)}</span>
          <Button look="quiet" isBusy={making.isSending} onPress={() => void making.go(makeCodes)}>
            {s.newCodes}
          </Button>
        </Row>
      )}
    </Section>
  );
}
