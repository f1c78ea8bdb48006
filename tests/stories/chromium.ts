/** A Chromium for stories; `npm test` names it in SALON_CHROMIUM. */
import { chromium, type BrowserContextOptions } from 'playwright-core';

const how = {
  executablePath: process.env.SALON_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};

export const openChromium = () => chromium.launch(how);

/** A browser that remembers: what it keeps is in that folder, also after it was killed. */
export const openProfile = (folder: string, options: BrowserContextOptions) =>
  chromium.launchPersistentContext(folder, { ...how, ...options });
