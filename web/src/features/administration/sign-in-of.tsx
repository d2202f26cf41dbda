import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import type { Person } from './directory';
import { SignInLink } from './sign-in-link';
import { words } from './sign-in-words';
import { useEndFactorOf, useEndSessionOf, useSetIdentifier, useWaysInOf } from './signing-in';

/** How somebody signs in: what an administrator opens and closes for them, without learning a secret of theirs. */
export function SignInOf({ person: { id: staffId, name } }: { readonly person: Person }) {
  const w = useWords(words);
  const { data, error } = useWaysInOf(staffId);
  const endFactor = useEndFactorOf(staffId);
  const endSession = useEndSessionOf(staffId);
  const factors = data?.secondFactorsOf ?? [];
  const sessions = data?.sessionsOf ?? [];
  // One after the other: a verb that is under way is not sent again.
  const endAll = ([first, ...others]: readonly { readonly id: string }[]) => {
    if (first) endSession.send({ sessionId: first.id }, () => endAll(others));
  };
  return (
    <div className="flex flex-col gap-4 rounded-8 border border-solid-gray-300 p-4">
      <RefusalNotice refusal={error ?? endFactor.refusal ?? endSession.refusal} />
      <SignInLink staffId={staffId} name={name} />
      <Identifier staffId={staffId} name={name} />
      {data && factors.length === 0 && <p>{w.noFactors}</p>}
      <Row>
        {factors.map(({ id, version, name }) => (
          <Button key={id} look="danger" onPress={() => endFactor.send({ factorId: id, version })}>
            {w.endFactor(name)}
          </Button>
        ))}
        <Button look="danger" why={sessions.length === 0 && w.noSessions} onPress={() => endAll(sessions)}>
          {w.endSessions(sessions.length)}
        </Button>
      </Row>
    </div>
  );
}

function Identifier({ staffId, name }: { readonly staffId: string; readonly name: string }) {
  const w = useWords(words);
  const [identifier, setIdentifier] = useState('');
  const [isSaved, setSaved] = useState(false);
  const verb = useSetIdentifier();
  const save = () => verb.send({ staffId, identifier: identifier.trim() || null }, () => setSaved(true));
  return (
    <Form label={w.identifierOf(name)} action={w.save} verb={verb} onSend={save}>
      <TextField label={w.identifier} hint={w.identifierHint} value={identifier} onChange={setIdentifier} />
      {isSaved && <p role="status">{w.saved}</p>}
    </Form>
  );
}
