import { lazy, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { CasePage } from './features/cases/case-page';
import { CasesPage } from './features/cases/cases-page';
import { Frame } from './features/session/frame';
import { useMe } from './features/session/me';
import { SignInAgain } from './features/session/sign-in-again';
import { SignInPage } from './features/session/sign-in-page';
import { words } from './features/session/words';
import { TodayPage } from './features/today/today-page';
import { useKeptDrafts } from './drafts';
import { useLine } from './live';
import { Page } from './ui/layout';
import { RefusalNotice, Skeleton } from './ui/notice';
import { useWords } from './words/language';

const AccountPage = lazy(() => import('./features/session/account-page'));
const AdministrationPage = lazy(() => import('./features/administration/administration-page'));
const BreakGlassPage = lazy(() => import('./features/access/break-glass-page'));
const ConvenePage = lazy(() => import('./features/convening/convene-page'));
const RoomPage = lazy(() => import('./features/room/room-page'));
const InboxPage = lazy(() => import('./features/inbox/inbox-page'));
const MeetingsPage = lazy(() => import('./features/meetings/meetings-page'));
const SeriesPage = lazy(() => import('./features/meetings/series-page'));
const MinutesPage = lazy(() => import('./features/minutes/minutes-page'));
const PapersPage = lazy(() => import('./features/room/papers-page'));
const RetentionPage = lazy(() => import('./features/retention/retention-page'));
const PolicyPage = lazy(() => import('./features/policy/policy-page'));
const WelcomePage = lazy(() => import('./features/session/welcome-page'));
const ResponsibilityPage = lazy(() => import('./features/responsibility/responsibility-page'));

export function App() {
  const me = useMe();
  const person = me.data?.me;
  useLine(Boolean(person));
  const areDraftsBack = useKeptDrafts(me.data?.draftKey);
  const [path] = useLocation();
  if (path === '/welcome') {
    return (
      <Suspense fallback={null}>
        <WelcomePage />
      </Suspense>
    );
  }
  if (me.data && !person) return <SignInPage />;
  if (!person) {
    return (
      <div className="mx-auto max-w-3xl p-8">
        {me.error ? <RefusalNotice refusal={me.error} retry={() => void me.refetch()} /> : <Skeleton lines={6} />}
      </div>
    );
  }
  if (!areDraftsBack) return null;
  return (
    <>
      <Frame key={person.id}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Pages />
        </Suspense>
      </Frame>
      <SignInAgain staffId={person.id} />
    </>
  );
}

function Pages() {
  const w = useWords(words);
  return (
    <Switch>
      <Route path="/" component={TodayPage} />
      <Route path="/inbox" component={InboxPage} />
      <Route path="/cases" component={CasesPage} />
      <Route path="/cases/:id/convene">{({ id }) => <ConvenePage key={id} caseId={id} />}</Route>
      <Route path="/cases/:id/:part?">{({ id, part }) => <CasePage key={id} caseId={id} part={part ?? 'tasks'} />}</Route>
      <Route path="/meetings">
        <MeetingsPage key="calendar" part="calendar" />
      </Route>
      <Route path="/meetings/kinds">
        <MeetingsPage key="kinds" part="kinds" />
      </Route>
      <Route path="/meetings/series">
        <MeetingsPage key="series" part="series" />
      </Route>
      <Route path="/meetings/series/:id/:part?">{({ id, part }) => <SeriesPage key={id} seriesId={id} part={part ?? 'overview'} />}</Route>
      <Route path="/sessions/:id/minutes">{({ id }) => <MinutesPage key={id} sessionId={id} />}</Route>
      <Route path="/sessions/:id/papers">{({ id }) => <PapersPage key={id} sessionId={id} />}</Route>
      <Route path="/sessions/:id">{({ id }) => <RoomPage key={id} sessionId={id} />}</Route>
      <Route path="/account" component={AccountPage} />
      <Route path="/administration" component={AdministrationPage} />
      <Route path="/break-glass" component={BreakGlassPage} />
      <Route path="/need-to-know" component={PolicyPage} />
      <Route path="/retention" component={RetentionPage} />
      <Route path="/responsibility" component={ResponsibilityPage} />
      <Route path="/today">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <Page title={w.noSuchPage}>
          <Link href="/" className="text-key-900 underline">
            {w.backToToday}
          </Link>
        </Page>
      </Route>
    </Switch>
  );
}
