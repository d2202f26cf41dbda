import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { newPassword, useAddStaff } from './directory';
import { words } from './words';

const NOBODY = { name: '', kana: '', login: '' };
type Field = keyof typeof NOBODY;
const FIELDS: readonly Field[] = ['name', 'kana', 'login'];

/** Adds somebody with an account, and shows their first password once. */
export function AddStaff({ close }: { readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [someone, setSomeone] = useState(NOBODY);
  // One for each form: a repeated press sends the same command, and gives the same password.
  const [password] = useState(newPassword);
  const [added, setAdded] = useState<string | null>(null);
  const [wasPressed, setPressed] = useState(false);
  const verb = useAddStaff();
  const send = () => {
    setPressed(true);
    if (FIELDS.some((field) => someone[field].trim() === '')) return;
    verb.send({ ...someone, password }, ({ addStaff }) => setAdded(addStaff?.name ?? someone.name));
  };
  if (added) return <Handing name={added} login={someone.login} password={password} close={close} />;
  return (
    <Form label={w.addStaff} action={w.add} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-3">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={w[field]}
            value={someone[field]}
            onChange={(value) => setSomeone({ ...someone, [field]: value })}
            fault={(wasPressed && someone[field].trim() === '' && g.required) || (verb.refusal?.isAbout(field) && verb.refusal.message)}
            isRequired
          />
        ))}
      </div>
    </Form>
  );
}

function Handing({
  name,
  login,
  password,
  close,
}: {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly close: () => void;
}) {
  const w = useWords(words);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="good">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt>{w.login}</dt>
        <dd className="font-bold">{login}</dd>
        <dt>{w.password}</dt>
        <dd className="text-std-20B-150 tracking-wider select-all">{password}</dd>
      </dl>
      <p className="py-2">{w.passwordText(name)}</p>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}>
          {isCopied ? w.copied : w.copy}
        </Button>
        <Button look="primary" onPress={close}>
          {w.handed}
        </Button>
      </Row>
    </Notice>
  );
}
