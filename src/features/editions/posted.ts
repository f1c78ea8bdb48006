/** What a settings form brought: the value as typed, which button, and on which revision it was made. */
import { actOn, readForm, type FormField, type FormValue } from './form.ts';

export interface PostedForm {
  value: FormValue;
  act: string;
  revision: number;
  reason: string;
}

/** Buttons of lists have done their work in `value` already; `save` and `preview` are left to the page. */
export async function postedForm(request: Request, fields: FormField[]): Promise<PostedForm> {
  const posted = await request.formData();
  const word = (name: string) => String(posted.get(name) ?? '');
  const act = word('act') || 'save';
  const value = readForm(fields, posted as Iterable<[string, unknown]>);
  return {
    value: /^(add|remove|up|down):/.test(act) ? actOn(value, act) : value,
    act,
    revision: Number(word('revision')) || 0,
    reason: word('reason'),
  };
}
