import { Badge, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Save } from '../../ui/progress';
import { Cell, Rows, Table, TableRow } from '../../ui/table';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useAllOr, useGroundName } from './agency-card';
import { ledgerFile, type Basis, type Sharing } from './sharing';
import { names as called } from './names';
import { words } from './words';

/** Every share that ever was, as the law asks a municipality to account for it. */
export function Ledger({ of }: { readonly of: Sharing }) {
  const w = useWords(words);
  return (
    <Section title={w.ledger} beside={<Save label={w.csv} save={ledgerFile(of.case.id, of.case.number)} />}>
      <p className="text-solid-gray-700">{w.ledgerText}</p>
      <Table label={w.ledger} heads={[w.recipient, w.what, w.ground, w.period, w.by]}>
        <Rows>
          {of.disclosures.map((basis) => (
            <Share key={basis.id} of={basis} />
          ))}
        </Rows>
      </Table>
    </Section>
  );
}

function Share({ of }: { readonly of: Basis }) {
  const w = useWords(words);
  const n = useWords(called);
  const allOr = useAllOr();
  const groundName = useGroundName();
  return (
    <TableRow>
      <Cell head={w.recipient}>
        {of.agency?.name} {of.provision === 'DENY' && <Badge look="red">{w.denied}</Badge>}
      </Cell>
      <Cell head={w.what} className="md:max-w-72">
        {allOr(of.categories)}
      </Cell>
      <Cell head={w.ground} className="md:max-w-80">
        {groundName(of.kind)}
        <span className="block text-solid-gray-700">
          {n.purpose[of.purpose]}・{n.told[of.told]}
          {of.toldHow && `：${of.toldHow.body}`}
        </span>
      </Cell>
      <Cell head={w.period}>
        <Period of={of} />
      </Cell>
      <Cell head={w.by}>
        <Name of={of.recordedBy} />
      </Cell>
    </TableRow>
  );
}

function Period({ of: { since, until, end, isLive } }: { readonly of: Basis }) {
  const w = useWords(words);
  const dates = useDates();
  const state = isLive ? w.live : end?.why === 'WITHDRAWN' ? w.withdrawn : w.ended;
  return (
    <>
      <Badge look={isLive ? 'green' : 'plain'}>{state}</Badge>
      <span className="block">{w.from(dates.day(dayOf(since)))}</span>
      {until && !end && <span className="block">{w.until(dates.day(dayOf(Date.parse(until) - 1)))}</span>}
      {end && (
        <span className="block">
          {w.until(dates.moment(end.endedAt))}
          <span className="block text-solid-gray-700">{end.reason?.body}</span>
        </span>
      )}
    </>
  );
}
