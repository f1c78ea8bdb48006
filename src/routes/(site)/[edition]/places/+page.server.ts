export const load = () => ({ title: 'Places' });
