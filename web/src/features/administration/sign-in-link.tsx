import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { words } from './sign-in-words';
import { useMakeLink, useSendsMail } from './signing-in';

/** A link by which somebody chooses a password: mailed to them, or shown once to be handed over. */
export function SignInLink({ staffId, name }: { readonly staffId: string; readonly name: string }) {
  const w = useWords(words);
  const sendsMail = useSendsMail();
  const [mailTo, setMailTo] = useState('');
  const [made, setMade] = useState<{ readonly address: string | null } | null>(null);
  const verb = useMakeLink();
  const make = (byMail: boolean) =>
    verb.send({ staffId, byMail, mailTo: byMail ? mailTo.trim() || null : null }, ({ makeSignInLink }) => setMade(makeSignInLink));
  if (made?.address) return <ShownOnce address={made.address} close={() => setMade(null)} />;
  if (made) return <Notice look="good">{w.isMailed(name)}</Notice>;
  return (
    <Form label={w.linkOf(name)} action={w.mailLink} why={!sendsMail && w.noMail} verb={verb} onSend={() => make(true)}>
      <p>{w.linkText}</p>
      <TextField
        label={w.mailTo}
        hint={w.mailToHint}
        value={mailTo}
        onChange={setMailTo}
        fault={verb.refusal?.isAbout('mailTo') && verb.refusal.message}
      />
      <Row>
        <Button isBusy={verb.isSending} onPress={() => make(false)}>
          {w.showLink}
        </Button>
      </Row>
    </Form>
  );
}

function ShownOnce({ address, close }: { readonly address: string; readonly close: () => void }) {
  const w = useWords(words);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="good">
      <p>{w.shownOnce}</p>
      <code className="block py-2 break-all select-all">{address}</code>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {isCopied ? w.copied : w.copy}
        </Button>
        <Button look="primary" onPress={close}>
          {w.handed}
        </Button>
      </Row>
    </Notice>
  );
}
