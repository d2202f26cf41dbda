import type { ReactNode } from 'react';
import { codes } from '../../words/codes';
import { DATES, dayOf, type Dates } from '../../words/dates';
import type { MinutedSession, Minutes } from './minutes';

const names = codes.ja;
const dates: Dates = DATES.ja;

const spanOf = ({ openedAt, closedAt }: MinutedSession) =>
  openedAt && closedAt
    ? `${dates.era(dayOf(openedAt))}（${dates.weekday(dayOf(openedAt))}）　${dates.time(openedAt)}〜${dates.time(closedAt)}`
    : '—';
const ownerOf = ({ ownerKind, staff, agency }: { ownerKind: string; staff: { name: string } | null; agency: { name: string } | null }) =>
  ownerKind === 'CLIENT' ? `本人（${agency?.name ?? '—'}が見守る）` : `${staff?.name ?? '担当者未定'}（${agency?.name ?? '—'}）`;

const nameOf = ({ number, kind, series, meetingKind }: MinutedSession) =>
  series
    ? `${series.name} 第${number}回`
    : kind === 'CASE_CONFERENCE'
      ? `第${number}回カンファレンス`
      : `${meetingKind?.nameJa ?? ''} 第${number}回`;

/** The minutes as a sheet of paper: a 会議録 as a municipality files it. */
export function MinutesSheet({ minutes, session }: { readonly minutes: Minutes; readonly session: MinutedSession }) {
  const decisions = session.agenda.flatMap((item) => item.decisions);
  return (
    <article
      lang="ja"
      className="mx-auto w-full max-w-[210mm] border border-solid-gray-300 bg-white p-4 text-std-16N-170 sm:p-[14mm] print:max-w-none print:border-0 print:p-0"
    >
      <h1 className="mb-6 text-center text-std-26B-150 tracking-[0.5em]">会議録</h1>
      <table className="w-full border-collapse border-2 border-black">
        <tbody>
          <Line title="会議名">{nameOf(session)}</Line>
          {!session.series && <Line title="ケース番号">{session.case?.number ?? '—'}</Line>}
          <Line title="日時">{spanOf(session)}</Line>
          <Line title="場所">{session.place}</Line>
          <Line title="招集者">
            {session.convenedBy?.name ?? '—'}（{session.agency?.name ?? '—'}）
          </Line>
          <Line title="開催の理由">{session.reason}</Line>
        </tbody>
      </table>
      <Part title="1　出席者" isEmpty={session.invitations.length === 0}>
        <Grid
          heads={['氏名', '所属', '職種', ATTENDANCE]}
          rows={session.invitations.map(({ id, staff, agency, profession, attendance }) => [
            id,
            staff?.name ?? '—',
            agency?.name ?? '—',
            names.profession[profession],
            attendance ? names.attendance[attendance] : '—',
          ])}
        />
      </Part>
      <Part title="2　議題と結論" isEmpty={session.agenda.length === 0}>
        <ol className="flex flex-col gap-2">
          {session.agenda.map((item, at) => (
            <li key={item.id}>
              （{at + 1}）{item.what}
              {item.because && `［${names.because[item.because]}］`}　<strong>{item.outcome ? names.outcome[item.outcome] : '—'}</strong>
              {item.outcomeNote && <span className="block pl-8 whitespace-pre-line">{item.outcomeNote.body}</span>}
            </li>
          ))}
        </ol>
      </Part>
      <Part title="3　情報共有" isEmpty={session.statements.length === 0}>
        {session.statements.map(({ id, category, body, staff, agency }) => (
          <p key={id} className="mb-2 whitespace-pre-line">
            ［{names.category[category]}］{staff?.name}（{agency?.name}）：{body}
          </p>
        ))}
      </Part>
      <Part title="4　課題と担当機関" isEmpty={session.issues.length === 0}>
        <Grid
          heads={['課題', '情報区分', '担当機関']}
          rows={session.issues.map(({ id, what, category, agreedAgency }) => [
            id,
            what,
            names.category[category],
            agreedAgency?.name ?? '—',
          ])}
        />
      </Part>
      <Part title="5　役割分担（誰が、どのような役割を果たすのか）" isEmpty={session.roles.length === 0}>
        <Grid
          heads={['誰が', '役割']}
          rows={session.roles.map(({ id, role, staff, agency }) => [id, `${staff?.name ?? '—'}（${agency?.name ?? '—'}）`, role])}
        />
      </Part>
      <Part title="6　決定事項（誰が、いつまでに、何をやるのか）" isEmpty={decisions.length === 0}>
        <Grid
          heads={['誰が', '何を', DUE]}
          rows={decisions.map((decision) => [decision.id, ownerOf(decision), decision.what, dates.era(decision.dueOn)])}
        />
      </Part>
      <Part title="7　確認" isEmpty={minutes.confirmations.length === 0}>
        <Grid
          heads={['出席者', '確認', '']}
          rows={minutes.confirmations.map(({ id, staff, status, reason }) => [
            id,
            staff?.name ?? '—',
            names.confirmation[status],
            reason?.body ?? '',
          ])}
        />
      </Part>
      <p className="mt-6 text-right">
        作成　{dates.era(dayOf(minutes.draftedAt))}　{minutes.draftedBy?.name}
      </p>
      <p className="text-right text-solid-gray-700">
        証跡 第{minutes.headSeq}号　{minutes.headHash.slice(0, 16)}…
      </p>
    </article>
  );
}

const DUE = 'いつまでに';
const ATTENDANCE = '出欠';
/** Columns whose words stay in one line where there is room. */
const SHORT: readonly string[] = [DUE, ATTENDANCE, '氏名', '職種'];
const CELL = 'border border-black px-3 py-1.5 text-left align-top font-normal';

const Line = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <tr>
    <th scope="row" className={`${CELL} w-32 whitespace-nowrap bg-solid-gray-50`}>
      {title}
    </th>
    <td className={`${CELL} whitespace-pre-line`}>{children}</td>
  </tr>
);

function Part({ title, isEmpty, children }: { readonly title: string; readonly isEmpty: boolean; readonly children: ReactNode }) {
  return (
    <section className="mt-6 print:mt-4">
      <h2 className="mb-2 text-std-18B-160">{title}</h2>
      {isEmpty ? <p>なし</p> : children}
    </section>
  );
}

/** Rows of `[key, ...cells]`. */
function Grid({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          {heads.map((head) =>
            head === '' ? (
              <td key={head} className={`${CELL} bg-solid-gray-50`} />
            ) : (
              <th key={head} scope="col" className={`${CELL} bg-solid-gray-50`}>
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, ...cells]) => (
          <tr key={key} className="break-inside-avoid">
            {cells.map((cell, at) => (
              <td key={heads[at]} className={`${CELL} ${SHORT.includes(heads[at]!) ? 'sm:whitespace-nowrap print:whitespace-nowrap' : ''}`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
