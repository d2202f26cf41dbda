import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { useLookInto, useMayLook } from './access';
import { NOTHING, WhatAndHowLong } from './what-and-how-long';
import { words } from './words';

/** For managers who oversee a case: its content, for a purpose that the key person is told. */
export function LookInto({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const [looks, setLooks] = useState(false);
  if (!useMayLook(caseId)) return null;
  return (
    <>
      <Row>
        <Button isOpen={looks} onPress={() => setLooks(!looks)}>
          {w.look}
        </Button>
      </Row>
      {looks && <Asking caseId={caseId} close={() => setLooks(false)} />}
    </>
  );
}

function Asking({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [wanted, setWanted] = useState(NOTHING);
  const [purpose, setPurpose] = useDraft(`look ${caseId}`);
  const [wasPressed, setPressed] = useState(false);
  const verb = useLookInto(caseId);
  const send = () => {
    setPressed(true);
    if (purpose.trim() === '' || wanted.categories.length === 0) return;
    verb.send({ caseId, purpose, minutes: wanted.minutes, categories: [...wanted.categories] }, () => {
      setPurpose('');
      close();
    });
  };
  return (
    <Form label={w.lookTitle} action={w.lookOpen} verb={verb} onSend={send} onCancel={close}>
      <p className="max-w-4xl">{w.lookText}</p>
      <WhatAndHowLong wanted={wanted} onChange={setWanted} fault={wasPressed && wanted.categories.length === 0 && w.noCategory} />
      <TextArea
        label={w.purpose}
        value={purpose}
        onChange={setPurpose}
        fault={wasPressed && purpose.trim() === '' && g.required}
        isRequired
      />
    </Form>
  );
}
