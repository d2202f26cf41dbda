import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useGrounds } from '../sharing/sharing';
import { useNameParty, type PartyRelation } from './household';
import { names as called } from './names';
import { words } from './words';

const RELATIONS = ['SPOUSE', 'FORMER_SPOUSE', 'PARTNER', 'PARENT', 'RELATIVE', 'OTHER'] as const satisfies readonly PartyRelation[];
const NOBODY = { name: '', kana: '', bornOn: '', relation: 'FORMER_SPOUSE' as PartyRelation, staffId: '', agencyId: '' };

/** Records from whom the household is protected, so that nobody connected with them comes on the case unnoticed. */
export function NameParty({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(called);
  const { data } = useGrounds();
  const [party, setParty] = useState(NOBODY);
  const [reason, setReason] = useDraft(`other-party ${caseId}`);
  const [wasPressed, setPressed] = useState(false);
  const verb = useNameParty(caseId);
  const change = (part: Partial<typeof party>) => setParty({ ...party, ...part });
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  const send = () => {
    setPressed(true);
    if ([party.name, party.kana, reason].some((text) => text.trim() === '')) return;
    const { bornOn, staffId, agencyId, ...rest } = party;
    verb.send({ ...rest, caseId, reason, bornOn: bornOn || null, staffId: staffId || null, agencyId: agencyId || null }, () => {
      setReason('');
      close();
    });
  };
  const listed = (of: readonly { readonly id: string; readonly name: string }[] = []) =>
    of.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form label={w.nameParty} action={w.nameParty} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          label={w.partyName}
          value={party.name}
          onChange={(name) => change({ name })}
          fault={missing(party.name) || fault('name')}
          isRequired
        />
        <TextField
          label={w.partyKana}
          value={party.kana}
          onChange={(kana) => change({ kana })}
          fault={missing(party.kana) || fault('kana')}
          isRequired
        />
        <TextField
          label={w.partyBorn}
          type="date"
          max={today()}
          value={party.bornOn}
          onChange={(bornOn) => change({ bornOn })}
          fault={fault('bornOn')}
        />
        <Choose
          label={w.relation}
          value={party.relation}
          onChange={(relation) => change({ relation: relation as PartyRelation })}
          options={RELATIONS.map((value) => ({ value, label: names.otherParty[value] }))}
        />
        <Choose
          label={w.partyStaff}
          value={party.staffId}
          placeholder={w.nobody}
          onChange={(staffId) => change({ staffId })}
          options={listed(data?.staff)}
        />
        <Choose
          label={w.partyAgency}
          value={party.agencyId}
          placeholder={w.nobody}
          onChange={(agencyId) => change({ agencyId })}
          options={listed(data?.agencies)}
        />
      </div>
      <TextArea label={w.partyWhy} value={reason} onChange={setReason} rows={2} fault={missing(reason) || fault('reason')} isRequired />
    </Form>
  );
}
