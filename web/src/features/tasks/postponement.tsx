import { useState } from 'react';
import { Button } from '../../ui/button';
import { Name } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from './task';
import { useApprovePostponement, useRefusePostponement } from './verbs';
import { words } from './words';

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly toDueOn: string;
  readonly staff: { readonly name: string; readonly kana: string } | null;
  readonly reason: { readonly body: string } | null;
  readonly approve: { readonly allowed: boolean; readonly because: string };
}

/** A later deadline that somebody asks for, to be granted or refused where it stands. */
export function PostponementAsked({ caseId, asked }: { readonly caseId: string; readonly asked: Asked }) {
  const w = useWords(words);
  const dates = useDates();
  const approve = useApprovePostponement(caseId);
  const refuse = useRefusePostponement(caseId);
  const [refuses, setRefuses] = useState(false);
  const it = { postponementId: asked.id, version: asked.version };
  return (
    <div className="flex flex-col gap-2 rounded-8 border-l-8 border-warning-yellow-2 bg-yellow-50 px-4 py-3">
      <p>
        <Name of={asked.staff} />
        {w.asksFor(dates.day(asked.toDueOn))}
        {asked.reason && <span className="block text-solid-gray-800">{asked.reason.body}</span>}
      </p>
      <Row>
        <Button look="primary" why={whyNot(asked.approve)} isBusy={approve.isSending} onPress={() => approve.send(it)}>
          {w.grant}
        </Button>
        <Button why={whyNot(asked.approve)} isOpen={refuses} onPress={() => setRefuses(!refuses)}>
          {w.refuse}
        </Button>
      </Row>
      <RefusalNotice refusal={approve.refusal} />
      {refuses && (
        <Tell
          name={`refuse ${asked.id}`}
          label={w.refuseWhy}
          action={w.refuse}
          verb={refuse}
          onCancel={() => setRefuses(false)}
          onSend={(answer, done) => refuse.send({ ...it, answer }, done)}
        />
      )}
    </div>
  );
}
