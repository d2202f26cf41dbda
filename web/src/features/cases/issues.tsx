import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useIssues, useReopenIssue, type IssueOfCase } from './issue';
import { words } from './words';

/** What turned out to be difficult, and which agency answers for it. */
export function Issues({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const reading = useIssues(caseId);
  const { data } = reading;
  return (
    <Section title={w.issues} reading={reading}>
      {data?.case.issues.length === 0 && <Empty title={w.issuesNone} />}
      <ul className="divide-y divide-solid-gray-300">
        {data?.case.issues.map((issue) => (
          <IssueLine key={issue.id} caseId={caseId} issue={issue} />
        ))}
      </ul>
    </Section>
  );
}

function IssueLine({ caseId, issue }: { readonly caseId: string; readonly issue: IssueOfCase }) {
  const w = useWords(words);
  const names = useWords(codes);
  const reopen = useReopenIssue(caseId);
  const isResolved = issue.status === 'RESOLVED';
  return (
    <li className="flex flex-col items-start gap-2 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{issue.what}</strong>
        <span className="text-solid-gray-700">{names.category[issue.category]}</span>
        <span>→ {issue.agency?.name}</span>
        <Badge look={isResolved ? 'green' : 'orange'}>{isResolved ? w.resolved : w.unresolved}</Badge>
      </p>
      {issue.result && <p className="whitespace-pre-line text-solid-gray-800">{issue.result.body}</p>}
      {isResolved && (
        <Button
          look="quiet"
          label={w.reopenOf(issue.what)}
          why={whyNot(issue.resolve)}
          isBusy={reopen.isSending}
          onPress={() => reopen.send({ issueId: issue.id, version: issue.version })}
        >
          {w.reopen}
        </Button>
      )}
      <RefusalNotice refusal={reopen.refusal} />
    </li>
  );
}
