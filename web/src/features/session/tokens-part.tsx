import { useState } from 'react';
import { useAsk, useVerb } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row, Section } from '../../ui/layout';
import { Empty, Notice, RefusalNotice } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words as says } from './sign-in-words';

const TOKENS = graphql(`
  query MyTokens {
    myTokens {
      id
      version
      name
      access
      expiresAt
      lastUsedAt
    }
  }
`);
const ISSUE = graphql(`
  mutation IssueToken($commandId: Uuid!, $input: IssueTokenInput!) {
    issueToken(commandId: $commandId, input: $input) {
      token
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeToken($commandId: Uuid!, $input: RevokeTokenInput!) {
    revokeToken(commandId: $commandId, input: $input) {
      id
    }
  }
`);

/** With what programs ask in one's name. */
export function TokensPart() {
  const s = useWords(says);
  const dates = useDates();
  const reading = useAsk(keys.mine('tokens'), TOKENS, {});
  const { data } = reading;
  const [issues, setIssues] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const revoking = useVerb(REVOKE);
  const issued = (made: string) => {
    setToken(made);
    setIssues(false);
  };
  return (
    <Section
      title={s.tokens}
      reading={reading}
      lines={2}
      beside={
        <Button isOpen={issues} onPress={() => setIssues(!issues)}>
          {s.issue}
        </Button>
      }
    >
      <p>{s.tokensText}</p>
      <RefusalNotice refusal={revoking.refusal} />
      {issues && <Issue done={issued} cancel={() => setIssues(false)} />}
      {token && <Once token={token} close={() => setToken(null)} />}
      {data?.myTokens.length === 0 && <Empty title={s.noTokens} />}
      <ul className="flex flex-col gap-2">
        {data?.myTokens.map(({ id, version, name, access, expiresAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <strong>{name}</strong>
            <span className="text-solid-gray-700">
              {s[access]}・{s.until(dates.moment(expiresAt))}・{lastUsedAt ? s.lastUsed(dates.moment(lastUsedAt)) : s.neverUsed}
            </span>
            <Button look="quiet" label={s.revokeOf(name)} onPress={() => revoking.send({ tokenId: id, version })}>
              {s.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Issue({ done, cancel }: { readonly done: (token: string) => void; readonly cancel: () => void }) {
  const s = useWords(says);
  const [name, setName] = useState('');
  const [access, setAccess] = useState<'READ' | 'WRITE'>('READ');
  const [days, setDays] = useState('90');
  const verb = useVerb(ISSUE);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const send = () => verb.send({ name, access, subjects: [], days: Number(days) || 0 }, ({ issueToken }) => done(issueToken.token));
  return (
    <Form label={s.issue} action={s.issue} verb={verb} onSend={send} onCancel={cancel}>
      <TextField label={s.tokenName} value={name} onChange={setName} fault={fault('name')} isRequired />
      <Choose
        label={s.access}
        value={access}
        onChange={(value) => setAccess(value as 'READ' | 'WRITE')}
        options={(['READ', 'WRITE'] as const).map((value) => ({ value, label: s[value] }))}
      />
      <TextField label={s.days} value={days} onChange={setDays} fault={fault('days')} isRequired />
    </Form>
  );
}

function Once({ token, close }: { readonly token: string; readonly close: () => void }) {
  const s = useWords(says);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="warning">
      <p>{s.tokenOnce}</p>
      <code className="block py-2 break-all select-all">{token}</code>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}>
          {isCopied ? s.copied : s.copy}
        </Button>
        <Button look="primary" onPress={close}>
          {s.kept}
        </Button>
      </Row>
    </Notice>
  );
}
