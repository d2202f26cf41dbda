import { useState } from 'react';
import { AnyOf, OneOf } from '../../ui/choices';
import { TextField, Choose } from '../../ui/field';
import { Form } from '../../ui/form';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { Evidence } from './evidence';
import { names as called } from './names';
import { CATEGORIES, PURPOSES, useGrounds, useRecordConsent, type Category, type Purpose, type Sharing } from './sharing';
import { words } from './words';

const NEW = {
  provision: 'PERMIT' as 'PERMIT' | 'DENY',
  agencyIds: [] as readonly string[],
  categories: [] as readonly Category[],
  purpose: 'SUPPORT_PLAN' as Purpose,
  evidence: 'SIGNED_FORM' as 'SIGNED_FORM' | 'VERBAL_WITH_WITNESS',
  witnessStaffId: '',
  givenOn: '',
  untilOn: '',
};
/** A consent as it is being written down. */
export type Said = typeof NEW;
export interface PartProps {
  readonly said: Said;
  readonly change: (part: Partial<Said>) => void;
  /** What is wrong with a field, in words. */
  readonly fault: (field: string) => string | null | false | undefined;
}

const isVerbal = ({ evidence }: Said) => evidence === 'VERBAL_WITH_WITNESS';
const asInput = ({ untilOn, witnessStaffId, agencyIds, categories, ...said }: Said) => ({
  ...said,
  agencyIds: [...agencyIds],
  categories: [...categories],
  untilOn: untilOn || null,
  witnessStaffId: witnessStaffId || null,
});

/** Records what the client agreed to, or refused: which agencies, which categories, what for, and how it was ascertained. */
export function RecordConsent({ of, close }: { readonly of: Sharing; readonly close: () => void }) {
  const w = useWords(words);
  const subject = of.case.household?.members.find(({ relation }) => relation === 'SUBJECT');
  const [said, setSaid] = useState({ ...NEW, givenOn: today() });
  const [wasPressed, setPressed] = useState(false);
  const verb = useRecordConsent(of.case.id);
  const missing: Readonly<Record<string, string | false>> = {
    agencyIds: said.agencyIds.length === 0 && w.noAgency,
    categories: said.categories.length === 0 && w.noCategory,
    witnessStaffId: isVerbal(said) && said.witnessStaffId === '' && w.choose,
  };
  const fault = (field: string) => (wasPressed && missing[field]) || (verb.refusal?.isAbout(field) && verb.refusal.message);
  const send = () => {
    setPressed(true);
    if (!subject || Object.values(missing).some(Boolean)) return;
    verb.send({ ...asInput(said), caseId: of.case.id, memberId: subject.id }, close);
  };
  const part = { said, fault, change: (changed: Partial<Said>) => setSaid({ ...said, ...changed }) };
  return (
    <Form label={w.consentTitle} action={w.record} verb={verb} onSend={send} onCancel={close}>
      <p>
        {w.whose}：<strong>{subject?.name ?? '—'}</strong>　{w.effect}
      </p>
      <Whom {...part} />
      <WhatFor {...part} />
      <Evidence {...part} isVerbal={isVerbal(said)} />
    </Form>
  );
}

function Whom({ said, change, fault }: PartProps) {
  const w = useWords(words);
  const names = useWords(codes);
  const agencies = useGrounds().data?.agencies.filter(({ closedOn }) => closedOn === null) ?? [];
  return (
    <>
      <OneOf
        label={w.provision}
        value={said.provision}
        onChange={(provision) => change({ provision })}
        choices={[
          { value: 'PERMIT', label: w.permit },
          { value: 'DENY', label: w.deny, hint: w.denyHint },
        ]}
      />
      <AnyOf
        label={w.agencies}
        value={said.agencyIds}
        onChange={(agencyIds) => change({ agencyIds })}
        choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        fault={fault('agencyIds')}
      />
      <AnyOf
        label={w.categories}
        value={said.categories}
        onChange={(categories) => change({ categories })}
        choices={CATEGORIES.map((value) => ({ value, label: names.category[value] }))}
        fault={fault('categories')}
      />
    </>
  );
}

function WhatFor({ said, change, fault }: PartProps) {
  const w = useWords(words);
  const n = useWords(called);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Choose
        label={w.purpose}
        value={said.purpose}
        onChange={(purpose) => change({ purpose: purpose as Purpose })}
        options={PURPOSES.map((value) => ({ value, label: n.purpose[value] }))}
      />
      <TextField
        label={w.givenOn}
        type="date"
        max={today()}
        value={said.givenOn}
        onChange={(givenOn) => change({ givenOn })}
        fault={fault('givenOn')}
        isRequired
      />
      <TextField
        label={w.untilOn}
        type="date"
        min={said.givenOn}
        value={said.untilOn}
        onChange={(untilOn) => change({ untilOn })}
        fault={fault('untilOn')}
      />
    </div>
  );
}
