import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';
import { Choose } from '../../ui/field';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { words } from './words';

const OWNERS = graphql(`
  query Owners($id: Uuid!) {
    case(id: $id) {
      seats {
        staffId
        profession
        staff {
          name
        }
        agency {
          id
          name
        }
      }
    }
  }
`);

type Kind = 'STAFF' | 'AGENCY' | 'CLIENT';
/** An owner as the choice writes it: `STAFF:…`, `AGENCY:…`, `CLIENT:…`. */
export function ownerOf(choice: string) {
  const [kind, id] = choice.split(':') as [Kind, string];
  return kind === 'STAFF' ? { kind, staffId: id } : { kind, agencyId: id };
}

/** Who can take something on: the people of the case, their agencies, or the client with an agency that follows up. */
export function OwnerChoice({
  caseId,
  value,
  onChange,
  fault,
}: {
  readonly caseId: string;
  readonly value: string;
  readonly onChange: (choice: string) => void;
  readonly fault?: string | null | false;
}) {
  const w = useWords(words);
  const names = useWords(codes);
  const { data } = useAsk(keys.ofCase(caseId, 'owners'), OWNERS, { id: caseId });
  const seats = data?.case.seats ?? [];
  const agencies = [...new Map(seats.flatMap(({ agency }) => (agency ? [[agency.id, agency.name] as const] : []))).entries()];
  const people = [...new Map(seats.map((seat) => [seat.staffId, seat])).values()];
  const options = [
    ...people.map(({ staffId, staff, agency, profession }) => ({
      value: `STAFF:${staffId}`,
      label: `${staff?.name ?? '—'}（${agency?.name ?? '—'}・${names.profession[profession]}）`,
    })),
    ...agencies.map(([id, name]) => ({ value: `AGENCY:${id}`, label: w.poolOf(name) })),
    ...agencies.map(([id, name]) => ({ value: `CLIENT:${id}`, label: w.clientOf(name) })),
  ];
  return (
    <Choose label={w.owner} value={value} onChange={onChange} options={options} placeholder={w.chooseOwner} fault={fault} isRequired />
  );
}
