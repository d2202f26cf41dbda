import { firstScreen, MOST } from '../../scripts/first-screen.mjs';

it('asks for at most 200 KB of compressed scripts before the first screen can be used', () => {
  const scripts = firstScreen();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(MOST);
});
