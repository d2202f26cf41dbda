import fc from 'fast-check';
import { wareki } from '../../src/calendar/era.js';
import { dayIn } from '../../src/modules/ledger/day-in.js';

const days = fc
  .date({ min: new Date('1873-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('every day is read from every way in which ledgers write it', () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year, month, date] = day.split('-').map(Number);
      const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      const ways = [
        day,
        `${year}/${month}/${date}`,
        `${year}年${month}月${date}日`,
        `${year}.${month}.${date}`,
        wareki(day),
        wide(wareki(day)),
      ];
      expect(ways.map(dayIn)).toEqual(ways.map(() => day));
    }),
  );
});

it.each([
  ['R8.4.1', '2026-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['Ｈ３１．４．３０', '2019-04-30'],
  ['s64.1.7', '1989-01-07'],
  ['今月中', '今月中'],
  ['26/4/1', '26/4/1'],
  ['', ''],
])('%s is read as %s', (text, day) => expect(dayIn(text)).toBe(day));
