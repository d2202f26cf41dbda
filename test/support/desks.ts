import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { House } from './house.js';
import { PLACED } from './place-browser.js';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--lang=ja',
];
const PATIENCE_MS = 15_000;

/** Chromium from npm on Linux x64, an installed Chrome or Edge elsewhere. Fails, and says what is missing, where there is neither. */
async function openBrowser(): Promise<Browser> {
  // In a shell without a locale Chromium saves no file under a Japanese name.
  const LC_ALL = 'C.UTF-8';
  if (PLACED) {
    const env = { ...process.env, LC_ALL, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, PLACED.libraries].filter(Boolean).join(':') };
    return chromium.launch({ executablePath: PLACED.program, args: QUIET, env });
  }
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    const browser = await chromium.launch({ channel, args: QUIET, env: { ...process.env, LC_ALL } }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(
    'The browser tests need a browser: npm brings Chromium for Linux on x64 only. Please install Google Chrome or Microsoft Edge on this machine.',
  );
}

/** Somebody at their desk: a window of their own, signed in, with everything that went wrong in it. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
}

/** Desks in one office: each person has a browser context of their own on the running product. */
export class Desks {
  private constructor(
    private readonly house: House,
    private readonly browser: Browser,
  ) {}

  static async open(house: House): Promise<Desks> {
    return new Desks(house, await openBrowser());
  }

  /** A window at the sign-in page; `language` as somebody chose it earlier. */
  async window(language: 'ja' | 'en' = 'ja'): Promise<Desk> {
    const context = await this.browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1366, height: 900 } });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(
      (chosen) => localStorage.getItem('tsunagi.language') ?? localStorage.setItem('tsunagi.language', chosen),
      language,
    );
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    return { page, context, faults };
  }

  /** A window of somebody who has signed in, at this address. */
  async of(login: string, path = '/', language: 'ja' | 'en' = 'ja'): Promise<Desk> {
    const desk = await this.window(language);
    const { token } = await this.house.person(login);
    await desk.context.addCookies([{ name: 'tsunagi_session', value: token, url: this.house.address }]);
    await this.go(desk, path);
    return desk;
  }

  async go({ page }: Desk, path: string): Promise<void> {
    await page.goto(`${this.house.address}${path}`);
    await page.locator('[data-connection=connected]').waitFor();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
