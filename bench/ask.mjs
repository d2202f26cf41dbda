// What asking a GraphQL server and reading its answers have in common.

export const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });

export const graphql = (query) => {
  const text = JSON.stringify(query.replace(/\s+/g, ' '));
  return (variables) => ({ path: '/graphql', body: `{"query":${text},"variables":${JSON.stringify(variables)}}` });
};

export const instant = (sessions) => sessions.map((session) => ({ ...session, heldAt: Date.parse(session.heldAt) }));

export const byId = (list) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const flat = (task) => task && { ...task, owner: task.owner?.name, agency: task.agency?.name };

export const inError = (status, text) => status !== 200 || text.includes('"errors"');

export const ofCase = ({ case: of, agency, ...task }) => ({
  ...task,
  caseNumber: of.number,
  caseHeadline: of.headline,
  agency: agency.name,
});
