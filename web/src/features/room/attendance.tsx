import type { Code } from '../../graphql';
import { Choose } from '../../ui/field';
import { Badge, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { Session } from './room';
import { useMarkAttendance } from './verbs';
import { words } from './words';

const STATUSES = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT', 'DELEGATED'] as const;
const ANSWERS = { INVITED: 'orange', ACCEPTED: 'green', DECLINED: 'red', DELEGATED: 'plain' } as const;

/** Who was asked, what they answered, and whether they came. */
export function Attendance({ of }: { readonly of: Session }) {
  const w = useWords(words);
  return (
    <Section title={w.attendance}>
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {of.invitations
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map((invitation) => (
            <Invitee key={invitation.id} of={of} invitation={invitation} />
          ))}
      </ul>
    </Section>
  );
}

function Invitee({ of, invitation }: { readonly of: Session; readonly invitation: Session['invitations'][number] }) {
  const w = useWords(words);
  const names = useWords(codes);
  const verb = useMarkAttendance(of.caseId);
  const { staff, agency, profession, status, attendance } = invitation;
  const marks = of.status === 'OPEN' && invitation.mark.allowed;
  return (
    <li className="flex flex-col gap-2 py-2 first:pt-0">
      <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
        <span>
          <strong>
            <Name of={staff} />
          </strong>
          <span className="block text-solid-gray-700">
            {agency?.name}・{names.profession[profession]}
          </span>
        </span>
        {attendance ? (
          <Badge look="green">{names.attendance[attendance]}</Badge>
        ) : (
          <Badge look={ANSWERS[status]}>{names.invitation[status]}</Badge>
        )}
      </div>
      {marks && (
        <Choose
          label={w.attendanceOf(staff?.name ?? '—')}
          isLabelHidden
          value={attendance ?? ''}
          placeholder={w.unmarked}
          onChange={(value) =>
            value && verb.send({ invitationId: invitation.id, version: invitation.version, attendance: value as Code<'AttendanceStatus'> })
          }
          options={STATUSES.map((value) => ({ value, label: names.attendance[value] }))}
        />
      )}
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}
