export const load = () => ({ title: 'Roundtables' });
