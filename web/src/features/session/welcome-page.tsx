import { useEffect, useState } from 'react';
import { Refusal } from '../../ask';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { SignInForm } from './sign-in-form';
import { words as says } from './sign-in-words';
import { followLink, openLink, useStep, type SignedIn } from './ways-in';
import { words } from './words';

/** Where a link for a first sign-in leads: one chooses a password, and is in. */
export default function WelcomePage() {
  const w = useWords(words);
  const s = useWords(says);
  // The token stands after the #, where no server sees it, and does not stay in the address.
  const [token] = useState(() => window.location.hash.slice(1));
  const [owner, setOwner] = useState<{ name: string; login: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [reached, setReached] = useState<SignedIn | null>(null);
  useEffect(() => {
    window.history.replaceState(null, '', '/welcome');
    openLink(token).then(setOwner, (fault: unknown) => {
      if (!(fault instanceof Refusal)) throw fault;
      setRefusal(fault);
    });
  }, [token]);
  const home = () => window.location.assign('/');
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 p-6">
      <title>{`${s.welcome} | ${w.product}`}</title>
      <h1 className="text-std-28B-150">{refusal?.code === 'NOT_FOUND' ? s.noLink : s.welcome}</h1>
      {refusal?.code === 'NOT_FOUND' && <Notice look="warning">{s.noLinkText}</Notice>}
      {refusal && refusal.code !== 'NOT_FOUND' && <RefusalNotice refusal={refusal} />}
      {!owner && !refusal && <Skeleton lines={4} />}
      {owner && !reached && (
        <ChoosePassword owner={owner} token={token} go={(next) => (next.step === 'DONE' ? home() : setReached(next))} />
      )}
      {reached && <SignInForm onDone={home} from={reached} />}
    </main>
  );
}

function ChoosePassword({
  owner,
  token,
  go,
}: {
  readonly owner: { readonly name: string; readonly login: string };
  readonly token: string;
  readonly go: (signedIn: SignedIn) => void;
}) {
  const s = useWords(says);
  const [typed, setTyped] = useState({ next: '', again: '' });
  const { take, refusal, isSending } = useStep(go);
  const differs = typed.again !== '' && typed.next !== typed.again;
  const send = () => {
    if (typed.next === typed.again) void take(() => followLink(token, typed.next));
  };
  const isAboutPassword = refusal?.isAbout('password');
  return (
    <Form label={s.welcome} action={s.goOn} verb={{ isSending, refusal: isAboutPassword ? null : refusal }} onSend={send}>
      <p>{s.welcomeText(owner.name, owner.login)}</p>
      <TextField
        label={s.nextPassword}
        hint={s.passwordHint}
        type="password"
        autoComplete="new-password"
        value={typed.next}
        onChange={(next) => setTyped({ ...typed, next })}
        fault={isAboutPassword && refusal?.message}
        isRequired
      />
      <TextField
        label={s.nextAgain}
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
        fault={differs && s.passwordsDiffer}
        isRequired
      />
    </Form>
  );
}
