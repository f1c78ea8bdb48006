export const load = ({ locals: { context } }) => ({
  viewerName: context.viewer.kind === 'person' ? context.viewer.name : null,
  now: context.now,
});
