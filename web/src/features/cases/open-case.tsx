import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useOpenCase } from './verbs';
import { words } from './words';

interface Someone {
  readonly name: string;
  readonly kana: string;
  readonly bornOn: string;
}
const NOBODY: Someone = { name: '', kana: '', bornOn: '' };
const sent = ({ name, kana, bornOn }: Someone) => ({ name, kana, bornOn: bornOn === '' ? null : bornOn });

/** Opens a case for a household that is new here; who opens it is its first key person. */
export function OpenCase({ close }: { readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [, goTo] = useLocation();
  const [headline, setHeadline] = useDraft('open-case');
  const [subject, setSubject] = useState(NOBODY);
  const [children, setChildren] = useState<readonly Someone[]>([]);
  const [wasPressed, setPressed] = useState(false);
  const verb = useOpenCase();
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const send = () => {
    setPressed(true);
    if ([headline, subject.name, subject.kana].some((text) => text.trim() === '')) return;
    verb.send(
      { headline, subject: sent(subject), children: children.filter(({ name }) => name.trim() !== '').map(sent) },
      ({ openCase }) => {
        setHeadline('');
        goTo(`/cases/${openCase?.id ?? ''}`);
      },
    );
  };
  return (
    <form
      aria-label={w.openTitle}
      className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={w.headline}
        hint={w.headlineHint}
        value={headline}
        onChange={setHeadline}
        fault={missing(headline) || fault('headline')}
        isRequired
      />
      <Who
        labels={[w.subjectName, w.kana, w.bornOn]}
        value={subject}
        onChange={setSubject}
        faults={[missing(subject.name) || fault('subject.name'), missing(subject.kana) || fault('subject.kana')]}
      />
      {children.map((child, at) => (
        <Who
          key={at}
          labels={[w.child(at + 1), w.childKana(at + 1), w.childBornOn(at + 1)]}
          value={child}
          onChange={(changed) => setChildren(children.map((other, place) => (place === at ? changed : other)))}
          faults={[fault(`children[${at}].name`), fault(`children[${at}].kana`)]}
        />
      ))}
      <Button onPress={() => setChildren([...children, NOBODY])}>{w.addChild}</Button>
      <RefusalNotice refusal={verb.refusal} />
      <Row>
        <Button type="submit" look="primary" isBusy={verb.isSending}>
          {w.open}
        </Button>
        <Button look="quiet" onPress={close}>
          {g.cancel}
        </Button>
      </Row>
    </form>
  );
}

interface WhoProps {
  readonly labels: readonly [name: string, kana: string, bornOn: string];
  readonly value: Someone;
  readonly onChange: (changed: Someone) => void;
  readonly faults: readonly (string | null | false | undefined)[];
}

function Who({ labels: [name, kana, bornOn], value, onChange, faults }: WhoProps) {
  return (
    <div className="grid items-start gap-3 md:grid-cols-[2fr_2fr_1fr]">
      <TextField label={name} value={value.name} onChange={(written) => onChange({ ...value, name: written })} fault={faults[0]} />
      <TextField label={kana} value={value.kana} onChange={(written) => onChange({ ...value, kana: written })} fault={faults[1]} />
      <TextField label={bornOn} type="date" max={today()} value={value.bornOn} onChange={(day) => onChange({ ...value, bornOn: day })} />
    </div>
  );
}
