import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDraft } from '../../drafts';
import { TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Page } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { useBreakGlass } from './access';
import { NOTHING, WhatAndHowLong } from './what-and-how-long';
import { words } from './words';

/** Looks into a case in an emergency, having read first what that sets off. */
export default function BreakGlassPage() {
  const w = useWords(words);
  const s = useWords(session);
  const g = useWords(general);
  const [, goTo] = useLocation();
  const [caseNumber, setNumber] = useState('');
  const [wanted, setWanted] = useState(NOTHING);
  const [reason, setReason] = useDraft('break-glass');
  const [wasPressed, setPressed] = useState(false);
  const verb = useBreakGlass();
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  const send = () => {
    setPressed(true);
    if (caseNumber.trim() === '' || reason.trim() === '' || wanted.categories.length === 0) return;
    verb.send({ caseNumber: caseNumber.trim(), reason, minutes: wanted.minutes, categories: [...wanted.categories] }, ({ breakGlass }) => {
      setReason('');
      goTo(`/cases/${breakGlass?.caseId ?? ''}/records`);
    });
  };
  return (
    <Page title={w.breakTitle}>
      <title>{`${w.breakGlass} | ${s.product}`}</title>
      <section className="rounded-12 border-2 border-error-2 bg-red-50 p-5">
        <h2 className="text-std-20B-150 text-red-1000">{w.warning}</h2>
        <ul className="mt-2 list-disc pl-6">
          {w.consequences.split('\n').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Form label={w.breakTitle} action={w.open} look="danger" verb={verb} onSend={send}>
        <div className="max-w-md">
          <TextField label={w.number} hint={w.numberHint} value={caseNumber} onChange={setNumber} fault={missing(caseNumber)} isRequired />
        </div>
        <WhatAndHowLong wanted={wanted} onChange={setWanted} fault={wasPressed && wanted.categories.length === 0 && w.noCategory} />
        <TextArea label={w.reason} value={reason} onChange={setReason} fault={missing(reason)} isRequired />
      </Form>
    </Page>
  );
}
