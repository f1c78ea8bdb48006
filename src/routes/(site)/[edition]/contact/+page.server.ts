export const load = () => ({ title: 'Contact' });
