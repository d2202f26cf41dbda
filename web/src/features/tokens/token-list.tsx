import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { Empty, Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { IssueToken } from './issue-token';
import { partsOf, type Subject } from './reach';
import { useRevoke, type Token } from './tokens';
import { words } from './words';

interface Tokens {
  /** What there is; nothing while it is still being asked for. */
  readonly tokens: readonly Token[] | undefined;
  /** The program that they are for; one's own otherwise. */
  readonly service?: { readonly id: string; readonly name: string };
  /** What else on the screen says something of them. */
  readonly also: readonly QueryKey[];
}

/** Tokens with what they may do and when they were last used, and the means to issue and to revoke one. */
export function TokenList({ tokens, service, also }: Tokens) {
  const w = useWords(words);
  const [issues, setIssues] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const revoking = useRevoke(also);
  const issued = (made: string) => {
    setToken(made);
    setIssues(false);
  };
  const label = service ? w.issueFor(service.name) : w.issue;
  return (
    <>
      <p>{service ? w.serviceText(service.name) : w.ownText}</p>
      <RefusalNotice refusal={revoking.refusal} />
      <ul className="flex flex-col gap-2">
        {tokens?.map((one) => (
          <TokenLine key={one.id} token={one} revoke={() => revoking.send({ tokenId: one.id, version: one.version })} />
        ))}
      </ul>
      {!tokens && <Skeleton />}
      {tokens?.length === 0 && !token && <Empty title={w.none} />}
      {token && <Once token={token} close={() => setToken(null)} />}
      <Row>
        <Button label={label} isOpen={issues} onPress={() => setIssues(!issues)}>
          {w.issue}
        </Button>
      </Row>
      {issues && <IssueToken label={label} serviceId={service?.id ?? null} also={also} done={issued} cancel={() => setIssues(false)} />}
    </>
  );
}

function TokenLine({
  token: { name, access, subjects, expiresAt, lastUsedAt },
  revoke,
}: {
  readonly token: Token;
  readonly revoke: () => void;
}) {
  const w = useWords(words);
  const dates = useDates();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <strong>{name}</strong>
      <span className="text-solid-gray-700">
        {w[access]}・<Reach subjects={subjects} />・{w.until(dates.moment(expiresAt))}・
        {lastUsedAt ? w.lastUsed(dates.moment(lastUsedAt)) : w.neverUsed}
      </span>
      <Button look="quiet" label={w.revokeOf(name)} onPress={revoke}>
        {w.revoke}
      </Button>
    </li>
  );
}

function Reach({ subjects }: { readonly subjects: readonly Subject[] }) {
  const w = useWords(words);
  const { parts, others } = partsOf(subjects);
  if (subjects.length === 0) return w.everything;
  return [...parts.map((part) => w.parts[part]), ...(others > 0 ? [w.others(others)] : [])].join('、');
}

function Once({ token, close }: { readonly token: string; readonly close: () => void }) {
  const w = useWords(words);
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice look="warning">
      <p>{w.once}</p>
      <code className="block py-2 break-all select-all">{token}</code>
      <Row>
        <Button onPress={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}>
          {isCopied ? w.copied : w.copy}
        </Button>
        <Button look="primary" onPress={close}>
          {w.kept}
        </Button>
      </Row>
    </Notice>
  );
}
