import { writeFileSync } from 'node:fs';
import { codes, urls, whoMay } from './generated.ts';

writeFileSync('docs/who-may.md', await whoMay());
writeFileSync('docs/urls.md', urls());
writeFileSync('docs/findings.md', codes());
