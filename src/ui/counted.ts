/** Numbers with what they count, by the rules of a language. */
export function counted(language: string, forms: { one: string; other: string }): (many: number) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (many) => `${digits.format(many)} ${rules.select(many) === 'one' ? forms.one : forms.other}`;
}
