/** The cookies Salon sets, all of them needed to work: no consent to ask for. */
export const sessionCookie = 'salon_session';
/** Opens drafts begun before having an account. */
export const draftsCookie = 'salon_drafts';
/** Holds a visit to ORCID together, from leaving to coming back. */
export const orcidCookie = 'salon_orcid';
/** In which language pages answer a browser that came from a page in that language. */
export const languageCookie = 'salon_language';
/** Light, dark, or as the device says. */
export const themeCookie = 'salon_theme';

/** For 60 days (`maxAge` in seconds), out of reach of scripts. `secure` is false only where Salon is not on https. */
export const cookieOptions = (secure: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 * 60 * 24 * 60 }) as const;
