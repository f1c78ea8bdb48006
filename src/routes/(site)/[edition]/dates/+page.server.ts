export const load = () => ({ title: 'Important dates' });
