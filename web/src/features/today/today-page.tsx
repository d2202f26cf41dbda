import { useWatch } from '../../live';
import { Page } from '../../ui/layout';
import { useWords } from '../../words/language';
import { Reviews } from '../access/reviews';
import { words as session } from '../session/words';
import { HandoversOffered, Invitations, MinutesToConfirm, PostponementsAsked } from './others-wait';
import { SessionsAhead } from './sessions-ahead';
import { Proposals } from './proposals';
import { PlansToReview } from './plans-to-review';
import { TaskCards } from './task-cards';
import { useToday, type Today } from './today';
import { words } from './words';

const waiting = (today: Today) =>
  [
    today.tasksOffered,
    today.tasksDeclined,
    today.postponementsToAnswer,
    today.reviewsToAnswer,
    today.handoversOffered,
    today.invitations,
    today.minutesToConfirm,
    today.proposalsToAnswer,
    today.plansToReview,
  ].reduce((sum, list) => sum + list.length, 0);

const casesOf = (today: Today) => [
  ...new Set(
    [...today.tasksOffered, ...today.tasksDue, ...today.clientTasks, ...today.tasksDeclined, ...today.invitations].flatMap(
      ({ caseId }) => caseId ?? [],
    ),
  ),
];

/** What waits for me: first what others wait for, then what I have taken on. */
export function TodayPage() {
  const w = useWords(words);
  const s = useWords(session);
  const reading = useToday();
  const { data } = reading;
  useWatch(data ? casesOf(data.today) : []);
  return (
    <Page title={w.title} reading={reading} lines={9}>
      <title>{`${w.title} | ${s.product}`}</title>
      {data && <Waiting today={data.today} />}
    </Page>
  );
}

function Waiting({ today }: { readonly today: Today }) {
  const w = useWords(words);
  const count = waiting(today);
  return (
    <>
      <p className="text-std-17N-170" role="status">
        {count === 0 ? w.allClear : w.waiting(count)}
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <TaskCards title={w.offered} tasks={today.tasksOffered} empty={{ title: w.offeredNone, text: w.offeredText }} />
          <TaskCards title={w.declined} tasks={today.tasksDeclined} />
          <TaskCards title={w.due} tasks={today.tasksDue} empty={{ title: w.dueNone, text: w.dueText }} />
          <TaskCards title={w.clients} tasks={today.clientTasks} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Invitations invitations={today.invitations} />
          <Proposals proposals={today.proposalsToAnswer} />
          <Reviews reviews={today.reviewsToAnswer} />
          <HandoversOffered handovers={today.handoversOffered} />
          <PostponementsAsked postponements={today.postponementsToAnswer} />
          <PlansToReview plans={today.plansToReview} />
          <MinutesToConfirm minutes={today.minutesToConfirm} />
          <SessionsAhead sessions={today.sessionsAhead} />
        </div>
      </div>
    </>
  );
}
