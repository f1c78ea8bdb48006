/** A Chromium for stories; `npm test` names it in SALON_CHROMIUM. */
import { chromium } from 'playwright-core';

export const openChromium = () =>
  chromium.launch({
    executablePath: process.env.SALON_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
