import { useState } from 'react';
import { useDraft } from '../../drafts';
import { AnyOf, OneOf } from '../../ui/choices';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Skeleton } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { PURPOSES, useGrounds, useRecordBasis, type Category, type Ground, type Purpose } from './sharing';
import { names as called } from './names';
import { words } from './words';

const NEW = {
  agencyId: '',
  categories: [] as readonly Category[],
  purpose: 'SUPPORT_PLAN' as Purpose,
  untilOn: '',
  wasTold: 'NO' as 'YES' | 'NO',
  toldOn: '',
};

/** Records a ground other than consent: the statute, why it is necessary in this very case, and whether the client was told. */
export function RecordBasis({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const { data } = useGrounds();
  return data ? <Asking caseId={caseId} close={close} grounds={data.grounds} agencies={data.agencies} /> : <Skeleton lines={5} />;
}

interface AskingProps {
  readonly caseId: string;
  readonly close: () => void;
  readonly grounds: readonly Ground[];
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly closedOn: string | null }[];
}

function Asking({ caseId, close, grounds, agencies }: AskingProps) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const n = useWords(called);
  const list = useList();
  const [said, setSaid] = useState({ ...NEW, statute: grounds[0]!.statute, toldOn: today() });
  const [necessity, setNecessity] = useDraft(`necessity ${caseId}`);
  const [telling, setTelling] = useDraft(`telling ${caseId}`);
  const [wasPressed, setPressed] = useState(false);
  const verb = useRecordBasis(caseId);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const ground = grounds.find(({ statute }) => statute === said.statute)!;
  const send = () => {
    setPressed(true);
    if ([said.agencyId, necessity, telling].some((text) => text.trim() === '') || said.categories.length === 0) return;
    const { statute, agencyId, categories, purpose, untilOn, wasTold, toldOn } = said;
    const told = { toldOn: wasTold === 'YES' ? toldOn : null, note: telling };
    verb.send(
      { caseId, statute, agencyId, categories: [...categories], purpose, necessity, telling: told, untilOn: untilOn || null },
      () => {
        setNecessity('');
        setTelling('');
        close();
      },
    );
  };
  return (
    <Form label={w.basisTitle} action={w.record} verb={verb} onSend={send} onCancel={close}>
      <Choose
        label={w.statute}
        value={said.statute}
        hint={[
          w.covers(list(ground.covers.map((category) => names.category[category]))),
          ground.longestDays && w.longest(ground.longestDays),
        ]
          .filter(Boolean)
          .join('　')}
        onChange={(chosen) => {
          const next = grounds.find(({ statute }) => statute === chosen)!;
          change({ statute: next.statute, categories: said.categories.filter((category) => next.covers.includes(category)) });
        }}
        options={grounds.map(({ statute, name }) => ({ value: statute, label: name }))}
      />
      <p className="text-solid-gray-700">
        {w.citation}：{ground.citation}
      </p>
      <Choose
        label={w.agency}
        value={said.agencyId}
        placeholder={w.choose}
        onChange={(agencyId) => change({ agencyId })}
        options={agencies.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ value: id, label: name }))}
        fault={(wasPressed && said.agencyId === '' && w.noAgency) || fault('agencyId')}
        isRequired
      />
      <AnyOf
        label={w.categories}
        value={said.categories}
        onChange={(categories) => change({ categories })}
        choices={ground.covers.map((value) => ({ value, label: names.category[value] }))}
        fault={(wasPressed && said.categories.length === 0 && w.noCategory) || fault('categories')}
      />
      <TextArea label={w.necessity} value={necessity} onChange={setNecessity} fault={missing(necessity) || fault('necessity')} isRequired />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose
          label={w.purpose}
          value={said.purpose}
          onChange={(purpose) => change({ purpose: purpose as Purpose })}
          options={PURPOSES.map((value) => ({ value, label: n.purpose[value] }))}
        />
        <TextField
          label={w.untilOn}
          type="date"
          min={today()}
          value={said.untilOn}
          onChange={(untilOn) => change({ untilOn })}
          fault={fault('untilOn')}
        />
      </div>
      <OneOf
        label={w.telling}
        value={said.wasTold}
        onChange={(wasTold) => change({ wasTold })}
        choices={[
          { value: 'YES', label: w.told },
          { value: 'NO', label: w.notTold },
        ]}
      />
      {said.wasTold === 'YES' && (
        <TextField
          label={w.toldOn}
          type="date"
          max={today()}
          value={said.toldOn}
          onChange={(toldOn) => change({ toldOn })}
          fault={fault('telling.toldOn')}
        />
      )}
      <TextArea
        label={said.wasTold === 'YES' ? w.toldHow : w.whyNotTold}
        value={telling}
        onChange={setTelling}
        rows={2}
        fault={missing(telling) || fault('telling.note')}
        isRequired
      />
    </Form>
  );
}
