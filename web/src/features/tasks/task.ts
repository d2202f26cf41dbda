import { graphql, type ResultOf } from '../../graphql';

/** What every list of tasks shows, and what the person may do to each. */
export const TASK = graphql(`
  fragment TaskLine on Task {
    id
    version
    caseId
    what
    category
    ownerKind
    status
    dueOn
    isOverdue
    staff {
      id
      name
      kana
    }
    agency {
      id
      name
    }
    offeredBy {
      name
      kana
    }
    reason {
      body
    }
    result {
      body
    }
    openPostponement {
      id
      version
      toDueOn
      staff {
        name
        kana
      }
      reason {
        body
      }
      approve: can(action: approve) {
        allowed
        because
      }
    }
    answer: can(action: answer) {
      allowed
      because
    }
    carry: can(action: carry) {
      allowed
      because
    }
    reassign: can(action: reassign) {
      allowed
      because
    }
    withdraw: can(action: withdraw) {
      allowed
      because
    }
  }
`);
export type TaskLine = ResultOf<typeof TASK>;

const OPEN = ['OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DECLINED'];
/** Somebody still has to do something: also about what was declined and lies with nobody. */
export const isOpen = ({ status }: Pick<TaskLine, 'status'>) => OPEN.includes(status);

interface Permission {
  readonly allowed: boolean;
  readonly because: string;
}
/** The reason that stands beside a button that cannot be pressed. */
export const whyNot = (permission: Permission) => (permission.allowed ? null : permission.because);
