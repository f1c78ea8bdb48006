/** Which pages speak French. All others are wholly English: no page is half and half. */
const inFrench = [
  /^\/\(site\)\/(?!.*\/theme\.css$)/,
  /^\/sign-in(\/|$)/,
  /^\/sign-out$/,
  /^\/account(\/|$)/,
  /^\/invitation\//,
  /^\/my$/,
  /^\/my\/submissions\/\[id\]\/(answer|messages|withdraw)$/,
  /^\/my\/submissions\/\[id\]$/,
];

/** What no route matched says so in the language of who asks. */
export const speaksFrench = (route: string | null): boolean =>
  route === null || inFrench.some((pattern) => pattern.test(route));
