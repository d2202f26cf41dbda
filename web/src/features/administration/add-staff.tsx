import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { useAddService, useAddStaff } from './directory';
import { SignInLink } from './sign-in-link';
import { words } from './words';

const NOBODY = { name: '', kana: '', login: '' };
type Field = keyof typeof NOBODY;

/** Adds somebody with an account. They choose a password of their own, by a link that is mailed or handed to them. */
export function AddStaff({ close }: { readonly close: () => void }) {
  const w = useWords(words);
  const verb = useAddStaff();
  const [added, setAdded] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const add = (someone: typeof NOBODY) => verb.send(someone, ({ addStaff }) => setAdded(addStaff));
  if (!added) return <Who label={w.addStaff} fields={['name', 'kana', 'login']} verb={verb} add={add} close={close} />;
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{w.isAdded(added.name)}</p>
      <SignInLink staffId={added.id} name={added.name} />
      <Row>
        <Button look="quiet" onPress={close}>
          {w.done}
        </Button>
      </Row>
    </div>
  );
}

/** Adds a program of an agency's own: it is posted and seated like a colleague, and gets tokens in place of a password. */
export function AddService({ close }: { readonly close: () => void }) {
  const w = useWords(words);
  const verb = useAddService();
  const add = ({ name, kana }: typeof NOBODY) => verb.send({ name, kana }, close);
  return (
    <>
      <p>{w.serviceText}</p>
      <Who label={w.addService} fields={['name', 'kana']} verb={verb} add={add} close={close} />
    </>
  );
}

interface Asking {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly verb: ReturnType<typeof useAddStaff> | ReturnType<typeof useAddService>;
  readonly add: (someone: typeof NOBODY) => void;
  readonly close: () => void;
}

function Who({ label, fields, verb, add, close }: Asking) {
  const w = useWords(words);
  const g = useWords(general);
  const [someone, setSomeone] = useState(NOBODY);
  const [wasPressed, setPressed] = useState(false);
  const isMissing = (field: Field) => wasPressed && someone[field].trim() === '';
  const send = () => {
    setPressed(true);
    if (fields.every((field) => someone[field].trim() !== '')) add(someone);
  };
  return (
    <Form label={label} action={w.add} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-3">
        {fields.map((field) => (
          <TextField
            key={field}
            label={w[field]}
            value={someone[field]}
            onChange={(value) => setSomeone({ ...someone, [field]: value })}
            fault={(isMissing(field) && g.required) || (verb.refusal?.isAbout(field) && verb.refusal.message)}
            isRequired
          />
        ))}
      </div>
    </Form>
  );
}
