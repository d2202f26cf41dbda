import type { Page } from 'playwright-core';

/** What a screen reader would call what has the focus, as far as these screens go: a script of the page. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  return it.getAttribute('aria-label') ?? (it.labels?.[0]?.innerText ?? it.innerText ?? '').trim();
})()`;
const CHOSEN = 'document.activeElement.selectedOptions?.[0]?.text ?? ""';
const FURTHEST = 150;

/** Somebody who has a keyboard and nothing else. */
export class Keys {
  constructor(private readonly page: Page) {}

  focused(): Promise<string> {
    return this.page.evaluate<string>(FOCUSED);
  }

  /** With Tab onto what is called so. Fails when it is not reached. */
  async onto(name: string | RegExp): Promise<void> {
    const isThere = (called: string) => (typeof name === 'string' ? called === name : name.test(called));
    for (let presses = 0; presses < FURTHEST; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (isThere(await this.focused())) return;
    }
    throw new Error(`${String(name)} is not reached with the Tab key.`);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.onto(name);
    await this.page.keyboard.press('Enter');
  }

  async type(name: string | RegExp, words: string): Promise<void> {
    await this.onto(name);
    await this.page.keyboard.type(words);
  }

  /** With the arrows to the choice that begins so. */
  async choose(name: string | RegExp, choice: string): Promise<void> {
    await this.onto(name);
    for (let presses = 0; presses < FURTHEST; presses += 1) {
      if ((await this.page.evaluate<string>(CHOSEN)).startsWith(choice)) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`${choice} is not among the choices.`);
  }
}
