import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Row, Section } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { useExportHousehold, useHoldDisposal, useProposeDisposal } from './retention';
import { words } from './words';

const LINK = 'text-key-900 underline hover:no-underline';

/** What is done about one case by its number: an officer sees no case, and needs none for it. */
export function ByNumber({ isOfficer }: { readonly isOfficer: boolean }) {
  const w = useWords(words);
  const [caseNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [exportId, setExportId] = useState<string | null>(null);
  const propose = useProposeDisposal();
  const hold = useHoldDisposal();
  const exporting = useExportHousehold();
  const verbs = [propose, hold, exporting];
  const isFilled = caseNumber.trim() !== '' && reason.trim() !== '';
  const clear = () => {
    setNumber('');
    setReason('');
  };
  const start = (send: () => void) => () => {
    setMissing(!isFilled);
    setExportId(null);
    verbs.forEach((verb) => verb.forget());
    if (isFilled) send();
  };
  return (
    <Section title={w.byNumber}>
      <p className="max-w-prose">{w.byNumberText}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={w.number}
          value={caseNumber}
          onChange={setNumber}
          fault={isMissing && caseNumber.trim() === '' && w.missing}
          isRequired
        />
        <TextField label={w.reason} value={reason} onChange={setReason} fault={isMissing && reason.trim() === '' && w.missing} isRequired />
      </div>
      <RefusalNotice refusal={propose.refusal ?? hold.refusal ?? exporting.refusal} />
      {exportId && (
        <Notice look="good">
          <p>{w.exported}</p>
          <p className="flex flex-wrap gap-4">
            <a className={LINK} href={`/exports/${exportId}?as=html`} download>
              {w.asPage}
            </a>
            <a className={LINK} href={`/exports/${exportId}?as=json`} download>
              {w.asJson}
            </a>
          </p>
        </Notice>
      )}
      <Row>
        <Button
          why={!isOfficer && w.officerOnly}
          isBusy={exporting.isSending}
          onPress={start(() => exporting.send({ caseNumber, reason }, ({ exportHousehold }) => setExportId(exportHousehold?.id ?? null)))}
        >
          {w.exportAll}
        </Button>
        <Button isBusy={hold.isSending} onPress={start(() => hold.send({ caseNumber, reason }, clear))}>
          {w.hold}
        </Button>
        <Button
          look="danger"
          why={!isOfficer && w.officerOnly}
          isBusy={propose.isSending}
          onPress={start(() => propose.send({ caseNumber, ground: 'REQUEST', reason }, clear))}
        >
          {w.requestErasure}
        </Button>
      </Row>
    </Section>
  );
}
