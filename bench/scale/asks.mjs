// Asks a product for boards and lists in turns, from eight desks at once; says when it begins, and how often it asked.
const { ADDRESS, TOKEN, CASE, SECONDS } = process.env;
const BOARD = {
  query: 'query ($id: Uuid!) { case(id: $id) { headline seats { staff { name } } tasks { what status dueOn staff { name } } } }',
  variables: { id: CASE },
};
const LIST = { query: '{ cases { id number headline status } }' };
const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };

async function ask(question) {
  const response = await fetch(`${ADDRESS}/graphql`, { method: 'POST', headers, body: JSON.stringify(question) });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

for (let warm = 0; warm < 400; warm++) await ask(warm % 2 ? LIST : BOARD);
process.send({});
let asked = 0;
const until = performance.now() + Number(SECONDS) * 1_000;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (performance.now() < until) await ask(asked++ % 2 ? LIST : BOARD);
  }),
);
process.send({ asked });
process.disconnect();
