/** Where things may lean on each other. Each rule says its reason in one sentence. */
const features = [
  'editions',
  'people',
  'calls',
  'conflicts',
  'submissions',
  'assignments',
  'reviews',
  'decisions',
  'registrations',
  'programme',
  'roundtables',
  'works',
  'site',
  'mailings',
  'audit',
];

const order = features.slice(0, -1).map((feature, at) => ({
  name: `${feature}-comes-before`,
  comment:
    'A feature uses only the features listed before it, so that the order of reading is the order of leaning.',
  severity: 'error',
  from: { path: `^src/features/${feature}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^src/features/(${features.slice(at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...order,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'routes-and-cli-through-operations',
      comment: 'Routes ask operations, never queries or tables: whoever asks meets the same policy.',
      severity: 'error',
      from: { path: '^src/(routes|hooks)' },
      to: { path: '(queries|tables)\\.server\\.ts$' },
    },
    {
      name: 'platform-and-ui-know-no-feature',
      comment:
        'Platform and look serve any web application; a feature in them would be a rule hidden from its folder.',
      severity: 'error',
      from: { path: '^src/(platform|ui)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(features|routes|cli)/' },
    },
    {
      name: 'preflight-and-matching-are-pure',
      comment: 'The checker and the solver could be published on their own.',
      severity: 'error',
      from: { path: '^src/(preflight|matching)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(features|routes|cli|platform|ui)/' },
    },
    {
      name: 'no-framework-in-features',
      comment: 'A feature works the same from a page, a command and a job.',
      severity: 'error',
      from: { path: '^src/features/.*\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)(@sveltejs/kit|svelte)(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-stays-pure',
      comment: 'No ".server" in the name means it runs in a browser.',
      severity: 'error',
      from: {
        path: '^src/(features|preflight|matching|ui|platform)/',
        pathNot: '(\\.server\\.ts$|\\.test\\.ts$|/postgres/|^src/ui/specimen/)',
      },
      to: { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-uses-tests',
      comment: 'What runs must not need what only proves it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^tests/|\\.test\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.mjs'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
