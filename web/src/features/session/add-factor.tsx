import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
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
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const offering = useDoing(setOffer);
  const { go, refusal, isSending } = useDoing(done);
  if (offer) return <AddTotp offer={offer} ticket={ticket} done={done} cancel={() => setOffer(null)} />;
  return (
    <div className="flex flex-col gap-3">
      <Row>
        <Button look="primary" isBusy={offering.isSending} onPress={() => void offering.go(() => offerTotp(ticket))}>
          {s.addTotp}
        </Button>
        <Button why={!hasPasskeys && s.noPasskeys} isBusy={isSending} onPress={() => void go(() => addPasskey(s.ownDevice, ticket))}>
          {s.addPasskey}
        </Button>
      </Row>
      <RefusalNotice refusal={offering.refusal ?? refusal} />
    </div>
  );
}

interface AddingTotp extends Pick<Adding, 'ticket' | 'done'> {
  /** A secret of its own for each time that somebody sets out to add one. */
  readonly offer: TotpOffer;
  readonly cancel: () => void;
}

function AddTotp({ offer, ticket, done, cancel }: AddingTotp) {
  const s = useWords(says);
  const [name, setName] = useState(s.ownPhone);
  const [code, setCode] = useState('');
  const verb = useDoing(done);
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
