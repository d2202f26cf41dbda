import { useState } from 'react';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useAddMember, type Relation } from './household';
import { words } from './words';

const RELATIONS = ['CHILD', 'OTHER'] as const satisfies readonly Relation[];
const NOBODY = { name: '', kana: '', bornOn: '' };

/** Adds a child or somebody else to the household. */
export function AddMember({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [relation, setRelation] = useState<Relation>('CHILD');
  const [someone, setSomeone] = useState(NOBODY);
  const [wasPressed, setPressed] = useState(false);
  const verb = useAddMember(caseId);
  const change = (part: Partial<typeof NOBODY>) => setSomeone({ ...someone, ...part });
  const fault = (field: 'name' | 'kana' | 'bornOn') =>
    (wasPressed && field !== 'bornOn' && someone[field].trim() === '' && g.required) ||
    (verb.refusal?.isAbout(field) && verb.refusal.message);
  const send = () => {
    setPressed(true);
    const { name, kana, bornOn } = someone;
    if (name.trim() !== '' && kana.trim() !== '') verb.send({ caseId, relation, name, kana, bornOn: bornOn || null }, close);
  };
  return (
    <Form label={w.addMember} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Choose
          label={w.relationToSubject}
          value={relation}
          onChange={(chosen) => setRelation(chosen as Relation)}
          options={RELATIONS.map((value) => ({ value, label: names.relation[value] }))}
        />
        <TextField label={w.name} value={someone.name} onChange={(name) => change({ name })} fault={fault('name')} isRequired />
        <TextField label={w.kana} value={someone.kana} onChange={(kana) => change({ kana })} fault={fault('kana')} isRequired />
        <TextField
          label={w.bornOn}
          type="date"
          max={today()}
          value={someone.bornOn}
          onChange={(bornOn) => change({ bornOn })}
          fault={fault('bornOn')}
        />
      </div>
    </Form>
  );
}
