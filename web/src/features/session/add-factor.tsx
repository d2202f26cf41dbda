import { useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { addPasskey, addTotp, offerTotp, useDoing, type Added, type TotpOffer } from './factors';
import { words as says } from './sign-in-words';

interface Adding {
  readonly ticket: string | null;
  readonly hasPasskeys: boolean;
  readonly done: (added: Added) => void;
}

/** A second factor of one's own: an application on the telephone, or a passkey of this device. */
export function AddFactor({ ticket, hasPasskeys, done }: Adding) {
  const s = useWords(says);
  const [addsTotp, setAddsTotp] = useState(false);
  const { go, refusal, isSending } = useDoing(done);
  if (addsTotp) return <AddTotp ticket={ticket} done={done} cancel={() => setAddsTotp(false)} />;
  return (
    <div className="flex flex-col gap-3">
      <Row>
        <Button look="primary" onPress={() => setAddsTotp(true)}>
          {s.addTotp}
        </Button>
        <Button why={!hasPasskeys && s.noPasskeys} isBusy={isSending} onPress={() => void go(() => addPasskey(s.ownDevice, ticket))}>
          {s.addPasskey}
        </Button>
      </Row>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}

function AddTotp({ ticket, done, cancel }: Pick<Adding, 'ticket' | 'done'> & { readonly cancel: () => void }) {
  const s = useWords(says);
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [name, setName] = useState(s.ownPhone);
  const [code, setCode] = useState('');
  const verb = useDoing(done);
  const offering = useDoing(setOffer);
  // Asked for once for each form: another offer would be another secret.
  useEffect(() => void offering.go(() => offerTotp(ticket)), []); // eslint-disable-line react-hooks/exhaustive-deps
  if (!offer) return offering.refusal ? <RefusalNotice refusal={offering.refusal} /> : <Skeleton lines={5} />;
  return (
    <Form
      label={s.addTotp}
      action={s.goOn}
      verb={verb}
      onCancel={cancel}
      onSend={() => void verb.go(() => addTotp({ name, offer: offer.offer, code }, ticket))}
    >
      <p>{s.scan}</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(offer.picture)}`} alt={s.pictureOf} className="size-52 self-center bg-white" />
      <p className="text-solid-gray-700">
        {s.secret}
        <code className="block break-all select-all">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextField
        label={s.sixDigits}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        fault={verb.refusal?.isAbout('code') && verb.refusal.message}
        isRequired
      />
      <TextField label={s.factorName} value={name} onChange={setName} isRequired />
    </Form>
  );
}

/** Codes that are shown once. */
export function RecoveryCodes({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const s = useWords(says);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="warning">
      <h3 className="text-std-17B-170">{s.codes}</h3>
      <p>{s.codesText}</p>
      <ul className="grid gap-x-6 py-3 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>
          {isCopied ? s.copied : s.copy}
        </Button>
        <Button look="primary" onPress={done}>
          {s.kept}
        </Button>
      </Row>
    </Notice>
  );
}
