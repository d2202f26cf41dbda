import { useState } from 'react';
import type { Code } from '../../graphql';
import { AnyOf, OneOf } from '../../ui/choices';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useLanguage, useWords } from '../../words/language';
import { useGrounds } from './directory';
import { useAddKind, useReviseKind, type Kind } from './kinds';
import { kindWords } from './kind-words';
import { EMPTY, inputOf, type Set } from './kind-set';
import { names as called } from './names';
import type { Profession } from './series';

const NEEDED = ['code', 'nameJa', 'nameEn', 'source', 'chairTitle', 'reason'] as const satisfies readonly (keyof Set)[];
type Text = (typeof NEEDED)[number];

function useTitle(revises: Kind | undefined): string {
  const w = useWords(kindWords);
  const { language } = useLanguage();
  if (!revises) return w.add;
  return w.reviseOf(language === 'ja' ? revises.nameJa : revises.nameEn);
}

/** Adds a kind of meeting of the municipality's own, or sets one anew from now on; what the form does not ask stays as it was. */
export function SetKind({ revises, close }: { readonly revises?: Kind; readonly close: () => void }) {
  const w = useWords(kindWords);
  const g = useWords(general);
  const title = useTitle(revises);
  const [set, setSet] = useState<Set>(revises ? { ...revises, reason: '' } : EMPTY);
  const [typedTimes, setTimes] = useState(String(revises?.cadenceTimes ?? ''));
  const [wasPressed, setPressed] = useState(false);
  const add = useAddKind();
  const revise = useReviseKind();
  const verb = revises ? revise : add;
  const times = typedTimes.normalize('NFKC').trim();
  const isNumber = times === '' || /^\d{1,3}$/.test(times);
  const isMissing = (field: Text) => (set[field] ?? '').trim() === '';
  const send = () => {
    setPressed(true);
    if (!isNumber || NEEDED.some(isMissing)) return;
    const input = inputOf(set, times);
    if (revises) revise.send({ ...input, version: revises.version }, close);
    else add.send(input, close);
  };
  const field = (name: Text) => (
    <TextField
      label={w[name]}
      value={set[name] ?? ''}
      onChange={(value) => setSet({ ...set, [name]: value })}
      fault={(wasPressed && isMissing(name) && g.required) || (verb.refusal?.isAbout(name) && verb.refusal.message)}
      isRequired
    />
  );
  return (
    <Form label={title} action={revises ? w.revise : w.add} verb={verb} onSend={send} onCancel={close}>
      {revises && <p>{w.reviseText}</p>}
      <div className="grid items-start gap-4 md:grid-cols-2">
        {field('nameJa')}
        {field('nameEn')}
        {!revises && field('code')}
        {field('source')}
        {field('chairTitle')}
        <TextField
          label={w.times}
          value={typedTimes}
          onChange={setTimes}
          fault={(!isNumber && w.number) || (verb.refusal?.isAbout('cadenceTimes') && verb.refusal.message)}
        />
      </div>
      <Chosen set={set} change={(more) => setSet({ ...set, ...more })} isNew={!revises} />
      {field('reason')}
    </Form>
  );
}

const PROFESSIONS = [
  'HELLO_WORK_NAVIGATOR',
  'CASEWORKER',
  'CHILD_CASEWORKER',
  'PUBLIC_HEALTH_NURSE',
  'SINGLE_PARENT_SUPPORT_WORKER',
  'EMPLOYMENT_SUPPORT_WORKER',
  'CONSULTATION_SUPPORT_WORKER',
  'WOMENS_COUNSELLOR',
] as const satisfies readonly Profession[];
const MATTERS = ['PLAN', 'TASK', 'KEY_PERSON', 'PRIORITY', 'CLOSING'] as const;
const PERIODS = ['WEEK', 'MONTH', 'YEAR'] as const;
const SUBJECTS = ['CASELOAD', 'ONE_CASE'] as const;
const SOURCES = ['NOTHING', 'CASELOAD', 'WITHOUT_APPOINTMENT'] as const;

interface ChosenProps {
  readonly set: Set;
  readonly change: (more: Partial<Set>) => void;
  /** What a kind is about stays as it is. */
  readonly isNew: boolean;
}

function Chosen({ set, change, isNew }: ChosenProps) {
  const w = useWords(kindWords);
  const c = useWords(called);
  const names = useWords(codes);
  const grounds = useGrounds();
  const basis = set.needsConsent ? 'CONSENT' : (set.statute ?? 'EACH');
  return (
    <>
      <div className="grid items-start gap-4 md:grid-cols-2">
        {isNew && (
          <OneOf
            label={w.subject}
            choices={SUBJECTS.map((value) => ({ value, label: c.subject[value] }))}
            value={set.subject}
            onChange={(subject) => change({ subject })}
          />
        )}
        <OneOf
          label={w.per}
          choices={PERIODS.map((value) => ({ value, label: c.per[value] }))}
          value={set.cadencePer ?? 'MONTH'}
          onChange={(cadencePer) => change({ cadencePer })}
        />
        <Choose
          label={w.basis}
          value={basis}
          onChange={(chosen) =>
            change({
              needsConsent: chosen === 'CONSENT',
              statute: chosen === 'EACH' || chosen === 'CONSENT' ? null : (chosen as Code<'MeetingStatute'>),
            })
          }
          options={[
            { value: 'EACH', label: w.each },
            { value: 'CONSENT', label: w.consent },
            ...grounds.map(({ statute, name }) => ({ value: statute, label: name })),
          ]}
        />
        <Choose
          label={w.brings}
          value={set.brings}
          onChange={(brings) => change({ brings: brings as Set['brings'] })}
          options={SOURCES.map((value) => ({ value, label: c.brings[value] }))}
        />
      </div>
      <AnyOf
        label={w.decides}
        choices={MATTERS.map((value) => ({ value, label: c.matter[value] }))}
        value={set.decides}
        onChange={(decides) => change({ decides: [...decides] })}
      />
      <AnyOf
        label={w.mandatory}
        choices={PROFESSIONS.map((value) => ({ value, label: names.profession[value] }))}
        value={set.mandatoryProfessions}
        onChange={(mandatoryProfessions) => change({ mandatoryProfessions: [...mandatoryProfessions] })}
      />
      <AnyOf
        label={w.proposalsTitle}
        choices={[{ value: 'YES', label: w.proposals }]}
        value={set.takesProposals ? ['YES'] : []}
        onChange={(value) => change({ takesProposals: value.length > 0 })}
      />
    </>
  );
}
