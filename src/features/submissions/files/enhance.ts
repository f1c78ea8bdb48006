/** What a page hands in so that a form works without leaving the page; features know no framework. */
export type Enhance = (form: HTMLFormElement) => { destroy(): void };
