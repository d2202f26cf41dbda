import request from 'supertest';
import { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { operationId } from '../support/operations.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let yamada: Person;

beforeAll(async () => {
  house = await House.open();
  yamada = await house.person('yamada');
});
afterAll(() => house.close());

const SIGN_IN = 'mutation ($login: ShortText!, $password: String!) { signIn(login: $login, password: $password) { staffId } }';
const graphql = () => request(house.address).post('/graphql');

describe('a browser', () => {
  it('gets a cookie that scripts cannot read and other sites do not send, and is who it says with it alone', async () => {
    const answer = await graphql().send({ query: SIGN_IN, variables: { login: 'sato', password: DEMO_PASSWORD } });
    const [cookie] = answer.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/^tsunagi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const me = await graphql()
      .set('Cookie', cookie!.split(';')[0]!)
      .send({ documentId: await operationId('Me') });
    expect(me.body.data.me).toMatchObject({ name: '佐藤 恵' });
  });

  it('is signed out for good: the cookie is taken back, and the session is over', async () => {
    const sato = await house.person('sato');
    const answer = await graphql()
      .set('Authorization', `Bearer ${sato.token}`)
      .send({ query: 'mutation { signOut(commandId: "11111111-1111-4111-8111-111111111111") { id } }' });
    expect(answer.get('Set-Cookie')?.[0]).toMatch(/^tsunagi_session=; Max-Age=0;/);
    expect(await refusalOf(sato.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('cannot be made to send a command by a form of another site', async () => {
    const sato = await house.person('sato');
    const form = await request(house.address)
      .post('/graphql')
      .set('Cookie', `tsunagi_session=${sato.token}`)
      .type('form')
      .send({ query: 'mutation { signOutEverywhere(commandId: "11111111-1111-4111-8111-111111111112") { id } }' });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(await sato.ask('{ me { id } }')).toEqual({ me: { id: sato.staffId } });
  });
});

describe('signing in', () => {
  it('answers the same to a wrong password and to a login that nobody has', async () => {
    const wrong = await refusalOf(Person.signIn(house.address, 'sato', 'wrong-password'));
    const unknown = await refusalOf(Person.signIn(house.address, 'nobody', DEMO_PASSWORD));
    expect({ ...wrong }).toEqual({ ...unknown });
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED', message: 'ログイン名またはパスワードが違います。' });
  });

  it('keeps neither passwords nor tokens: argon2id of the one, a digest of the other', async () => {
    const sato = await house.person('sato');
    const [account] = await house.behind('select password_hash from account limit 1');
    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await house.behind(`select from session where position(convert_to($1, 'UTF8') in token_hash) > 0`, [sato.token])).toEqual([]);
    expect(JSON.stringify(await house.behind('select body from trail'))).not.toContain(sato.token);
  });

  it('takes a new password from its owner alone, who stays signed in here and nowhere else', async () => {
    const [here, elsewhere] = [await house.person('kato'), await house.person('kato')];
    const change = (current: string) => here.do('changePassword', { current, next: 'あたらしい合言葉にしてみました' }, 'id');
    expect(await refusalOf(change('wrong-password'))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'input.current', code: 'NOT_ALLOWED' }],
    });
    await change(DEMO_PASSWORD);
    expect(await refusalOf(elsewhere.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await here.ask('{ me { id } }')).toEqual({ me: { id: here.staffId } });
    expect(await refusalOf(house.person('kato'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await Person.signIn(house.address, 'kato', 'あたらしい合言葉にしてみました');
  });

  it('lasts as long as it was given', async () => {
    const sato = await house.person('sato');
    await house.travel(1);
    expect(await refusalOf(sato.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await house.travel(0);
  });
});

describe('an administrator', () => {
  it('adds an agency and a seconded navigator, who signs in once she is posted, until the posting ends', async () => {
    const { agencies } = await yamada.ask('{ agencies { id name } }');
    const named = (name: string) => agencies.find((agency: { name: string }) => agency.name === name).id;
    const desk = await yamada.do(
      'addAgency',
      { name: '出張ハローワーク', kind: 'OUTSIDE_BODY', parentId: named('ハローワーク三鷹') },
      'id parent { name }',
    );
    expect(desk.parent).toEqual({ name: 'ハローワーク三鷹' });

    const account = { login: 'mori', password: 'なかなか長い合言葉にしました。' };
    const mori = await yamada.do('addStaff', { name: '森田 光', kana: 'もりた ひかり', ...account });
    expect(await refusalOf(Person.signIn(house.address, account.login, account.password))).toMatchObject({ code: 'UNAUTHENTICATED' });

    const place = { agencyId: named('子ども家庭支援センター'), homeAgencyId: desk.id };
    const posting = await yamada.do(
      'postStaff',
      { staffId: mori.id, profession: 'HELLO_WORK_NAVIGATOR', since: inDays(0), ...place },
      'id version isSeconded isCurrent',
    );
    expect(posting).toMatchObject({ isSeconded: true, isCurrent: true });
    await Person.signIn(house.address, account.login, account.password);

    await yamada.do('endPosting', { postingId: posting.id, version: posting.version, until: inDays(0) });
    await house.travel(1);
    expect(await refusalOf(Person.signIn(house.address, account.login, account.password))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await house.travel(0);
  });

  it('closes an agency once nobody is posted there, and posts nobody to it afterwards', async () => {
    const desk = await yamada.do('addAgency', { name: '臨時窓口', kind: 'DEPARTMENT' });
    const place = { staffId: yamada.staffId, agencyId: desk.id, profession: 'CLERK', since: inDays(0) };
    const posting = await yamada.do('postStaff', place);
    const close = () => yamada.do('closeAgency', { agencyId: desk.id, version: desk.version }, 'closedOn');
    expect(await refusalOf(close())).toMatchObject({ code: 'CONFLICT' });
    await yamada.do('endPosting', { postingId: posting.id, version: posting.version, until: inDays(0) });
    await house.travel(1);
    yamada = await house.person('yamada');
    expect(await close()).toEqual({ closedOn: inDays(1) });
    expect(await refusalOf(yamada.do('postStaff', place))).toMatchObject({ code: 'CONFLICT', message: 'This agency is closed.' });
    await house.travel(0);
    yamada = await house.person('yamada');
  });

  it('is the only one who may', async () => {
    const sato = await house.person('sato');
    for (const [verb, input] of [
      ['addAgency', { name: '新しい課', kind: 'DEPARTMENT' }],
      ['addStaff', { name: '誰か', kana: 'だれか', login: 'dareka', password: DEMO_PASSWORD }],
      ['postStaff', { staffId: sato.staffId, agencyId: sato.staffId, profession: 'MANAGER', since: inDays(0) }],
    ] as const) {
      expect(await refusalOf(sato.do(verb, input))).toMatchObject({
        code: 'FORBIDDEN',
        message: 'Only system administrators may do this.',
      });
    }
  });

  it.each([
    ['a login that is taken', { login: 'sato' }, { code: 'CONFLICT' }],
    ['a password that is too short', { password: 'short' }, { code: 'INVALID', fields: [{ path: 'input.password', code: 'FORMAT' }] }],
  ])('is refused %s', async (_, wrong, refusal) => {
    const person = { name: '誰か', kana: 'だれか', login: 'dareka', password: DEMO_PASSWORD, ...wrong };
    expect(await refusalOf(yamada.do('addStaff', person))).toMatchObject(refusal);
  });
});
