import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { SecondStep } from './second-step';
import { words as says } from './sign-in-words';
import { signIn, signInWithPasskey, useStep, useWaysIn, type SignedIn } from './ways-in';
import { words } from './words';

const Enrolment = lazy(() => import('./enrolment'));

const NOTHING = { provider: null, passkeys: false, step: null, ways: [] };

/** Before which step somebody stands, and with what they can take it. */
type Reached = Pick<SignedIn, 'ticket' | 'ways'> & { readonly step: SignedIn['step'] | null };

interface Signing {
  readonly onDone: (staffId: string) => void | Promise<void>;
  /** Where a step before has led, elsewhere. */
  readonly from?: Reached;
}

/** The way in, one step at a time: a password, the provider or a passkey, and then a second factor where there is one, or has to be. */
export function SignInForm({ onDone, from }: Signing) {
  const { data } = useWaysIn();
  const { provider, passkeys: hasPasskeys, ...kept } = data?.waysIn ?? NOTHING;
  const [now, setNow] = useState<Reached | null>(from ?? null);
  const [hasBegunAgain, setBegunAgain] = useState(false);
  // Coming back from the provider, the browser itself knows how far it is.
  const reached = now ?? (hasBegunAgain ? null : { ...kept, ticket: null });
  const go = (signedIn: SignedIn) => (signedIn.step === 'DONE' ? onDone(signedIn.staffId!) : setNow(signedIn));
  const again = () => {
    setNow(null);
    setBegunAgain(true);
  };
  if (reached?.step === 'SECOND_FACTOR') return <SecondStep reached={reached} go={go} again={again} />;
  if (reached?.step === 'ENROL') {
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <Enrolment ticket={reached.ticket} go={go} again={again} hasPasskeys={hasPasskeys} />
      </Suspense>
    );
  }
  return <FirstStep go={go} provider={provider} hasPasskeys={hasPasskeys} />;
}

interface First {
  readonly go: (signedIn: SignedIn) => void | Promise<void>;
  readonly provider: string | null;
  readonly hasPasskeys: boolean;
}

function FirstStep({ go, provider, hasPasskeys }: First) {
  const w = useWords(words);
  const s = useWords(says);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { take, refusal, isSending } = useStep(go);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void take(() => signIn(login, password));
      }}
    >
      <ProviderFault />
      {provider && (
        <>
          <Button look="primary" isLarge onPress={() => window.location.assign(`/sign-in/provider?to=${encodeURIComponent(here())}`)}>
            {s.withProvider(provider)}
          </Button>
          <p className="text-center text-solid-gray-700">{s.or}</p>
        </>
      )}
      <TextField label={w.login} value={login} onChange={setLogin} autoComplete="username webauthn" isRequired />
      <TextField label={w.password} value={password} onChange={setPassword} type="password" autoComplete="current-password" isRequired />
      <RefusalNotice refusal={refusal} />
      <Button type="submit" look={provider ? 'secondary' : 'primary'} isLarge isBusy={isSending}>
        {w.signIn}
      </Button>
      <Button why={!hasPasskeys && s.noPasskeys} onPress={() => void take(() => signInWithPasskey(null))}>
        {s.withPasskey}
      </Button>
    </form>
  );
}

const here = () => window.location.pathname;

/** Why the provider did not bring somebody in. */
function ProviderFault() {
  const s = useWords(says);
  const code = new URLSearchParams(window.location.search).get('sign-in');
  const said = code === 'unknown' || code === 'refused' || code === 'expired' || code === 'unreachable' ? s[code] : null;
  return said && <Notice look="warning">{said}</Notice>;
}
