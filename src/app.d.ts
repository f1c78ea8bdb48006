import type { Context } from '#app/platform/operation.server.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who asks, when, from where: made once by the hook, handed to every operation. */
      context: Context;
      /** The secret of this browser's drafts cookie, if it has one. */
      draftSecret: string | null;
    }
    interface Error {
      message: string;
      /** Names an accident in the log. */
      accident?: string;
    }
  }
}

export {};
