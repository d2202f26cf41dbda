import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { dayOf, useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { CATEGORIES, useEndBasis, useGrounds, useWithdrawConsent, type Basis, type Category } from './sharing';
import { names as called } from './names';
import { words } from './words';

const named = (bases: readonly Basis[], provision: Basis['provision']) =>
  new Set(bases.filter((basis) => basis.provision === provision).flatMap(({ categories }) => categories));

interface AgencyCardProps {
  readonly caseId: string;
  readonly name: string;
  readonly people: number;
  /** The live ones of this agency. */
  readonly bases: readonly Basis[];
}

/** An agency: what it may know, and every ground on which it may. */
export function AgencyCard({ caseId, name, people, bases }: AgencyCardProps) {
  const w = useWords(words);
  const denied = named(bases, 'DENY');
  const known = [...named(bases, 'PERMIT')].filter((category) => !denied.has(category));
  return (
    <li className="flex flex-col gap-3 rounded-8 border border-solid-gray-200 p-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-std-18B-160">
        {name}
        {people > 0 && <span className="text-std-16N-170 text-solid-gray-700">{w.seated(people)}</span>}
      </h3>
      {known.length > 0 ? <Chips title={w.mayKnow} look="blue" categories={known} /> : <p className="text-orange-1000">{w.nothing}</p>}
      {denied.size > 0 && <Chips title={w.mayNot} look="red" categories={[...denied]} />}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {bases.map((basis) => (
          <BasisLine key={basis.id} caseId={caseId} basis={basis} />
        ))}
      </ul>
    </li>
  );
}

function Chips({
  title,
  look,
  categories,
}: {
  readonly title: string;
  readonly look: 'blue' | 'red';
  readonly categories: readonly Category[];
}) {
  const names = useWords(codes);
  return (
    <div>
      <p className="pb-1 text-solid-gray-700">{title}</p>
      <ul className="flex flex-wrap gap-1.5">
        {categories.map((category) => (
          <li key={category}>
            <Badge look={look}>{names.category[category]}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Categories by name, or that it is all of them. */
export function useAllOr(): (categories: readonly Category[]) => string {
  const w = useWords(words);
  const names = useWords(codes);
  const list = useList();
  return (categories) => (categories.length === CATEGORIES.length ? w.all : list(categories.map((category) => names.category[category])));
}

/** The name of a ground as people say it. */
export function useGroundName(): (kind: Basis['kind']) => string {
  const w = useWords(words);
  const grounds = useGrounds().data?.grounds ?? [];
  return (kind) => {
    if (kind === 'CONSENT') return w.consentBy;
    if (kind === 'INTERNAL_USE') return w.internal;
    return grounds.find(({ statute }) => statute === kind)?.name ?? kind;
  };
}

function BasisLine({ caseId, basis }: { readonly caseId: string; readonly basis: Basis }) {
  const w = useWords(words);
  const n = useWords(called);
  const dates = useDates();
  const allOr = useAllOr();
  const groundName = useGroundName();
  const { kind, provision, categories, purpose, since, until, recordedBy, necessity, consent } = basis;
  return (
    <li className="flex flex-col gap-1 py-3 last:pb-0">
      <p>
        <strong>{groundName(kind)}</strong> {provision === 'DENY' && <Badge look="red">{w.denied}</Badge>}
      </p>
      <p className="text-solid-gray-800">
        {allOr(categories)}（{n.purpose[purpose]}）
      </p>
      <p className="text-solid-gray-700">
        {w.from(dates.day(dayOf(since)))}
        {until && `　${w.until(dates.day(dayOf(Date.parse(until) - 1)))}`}　{consent && `${n.evidence[consent.evidence]}　`}
        <Name of={recordedBy} />
      </p>
      {necessity && <p className="border-l-4 border-solid-gray-300 pl-3 whitespace-pre-line">{necessity.body}</p>}
      <Ending caseId={caseId} basis={basis} />
    </li>
  );
}

function Ending({ caseId, basis }: { readonly caseId: string; readonly basis: Basis }) {
  const w = useWords(words);
  const withdraw = useWithdrawConsent(caseId);
  const end = useEndBasis(caseId);
  const { consent } = basis;
  if (!consent)
    return (
      <Asked label={w.end} why={whyNot(basis.endIt)}>
        {(close) => (
          <Tell
            name={`end-basis ${caseId} ${basis.id}`}
            label={w.endWhy}
            action={w.end}
            verb={end}
            onCancel={close}
            onSent={close}
            onSend={(reason, done) => end.send({ basisId: basis.id, reason }, done)}
          />
        )}
      </Asked>
    );
  return (
    <Asked label={w.withdraw} why={whyNot(consent.withdraw)}>
      {(close) => (
        <>
          <p>{w.withdrawEffect}</p>
          <Tell
            name={`withdraw ${caseId} ${consent.id}`}
            label={w.withdrawWhy}
            action={w.withdraw}
            verb={withdraw}
            onCancel={close}
            onSent={close}
            onSend={(reason, done) => withdraw.send({ consentId: consent.id, reason }, done)}
          />
        </>
      )}
    </Asked>
  );
}

/** Something that cannot be taken back is asked for once more, with what it does. */
function Asked({
  label,
  why,
  children,
}: {
  readonly label: string;
  readonly why: string | null;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2">
      <Button look="quiet" why={why} isOpen={isOpen} onPress={() => setOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </div>
  );
}
