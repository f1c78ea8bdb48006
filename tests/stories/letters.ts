/** Letters as the demo's inbox shows them: signing in by one, opening the newest to an address. */
import type { Visit } from './stage.ts';

/** Asks for a link, opens the letter, follows it and gives a name when the account is new. */
export async function enterByLetter(
  { page, look }: Pick<Visit, 'page' | 'look'>,
  address: string,
  name?: string,
): Promise<void> {
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByText('A letter is on its way').waitFor();
  await look('letter on its way');
  await openInbox(page, address);
  await look('inbox');
  await page.locator('article').first().getByRole('link').first().click();
  await page.getByRole('button', { name: name ? 'Make my account' : 'Sign in' }).waitFor();
  await look(name ? 'welcome' : 'link');
  if (name) await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: name ? 'Make my account' : 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

export async function openInbox(page: Visit['page'], address: string): Promise<void> {
  await page.goto(`/inbox?address=${encodeURIComponent(address)}`);
}
