export const load = () => ({ title: 'People' });
