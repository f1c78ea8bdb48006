/**
 * What stands behind a creator's words about AI, in three steps: they said so; they gave files that show how it was
 * made; a content credential inside of the work's own file says the same. Promises never to ask a detector, and never
 * to call a credential evidence that says something else: people look at those.
 */
import type { AiProcess } from './record.ts';

interface Handed {
  role: string;
  /** As its person named it. */
  name: string;
}

export function evidenceOf(
  ai: Pick<AiProcess, 'level'>,
  files: readonly Handed[],
  /** Of each file of the work that has a credential, the IPTC source types that it names. */
  credentials: readonly (readonly string[])[],
): AiProcess['evidence'] {
  if (credentials.some((types) => agrees(ai.level.key, types))) return 'credential-read';
  return files.some(showsMaking) ? 'process-shown' : 'declared';
}

/** Files beside the work that are named after the making, or that only the program can open it was made with. */
export const showsMaking = ({ role, name }: Handed): boolean =>
  role === 'supplementary' && (making.test(name) || sessions.test(name));

const making =
  /(?:^|[\s_./-])(?:process|sketch(?:es)?|stud(?:y|ies)|drafts?|layers?|sessions?|wip|work[\s_-]in[\s_-]progress|making[\s_-]of|storyboards?|screen[\s_-]?recording)(?:$|[\s_./-]|\d)/i;
const sessions =
  /\.(?:psd|psb|kra|xcf|ora|afphoto|afdesign|clip|procreate|blend|aep|prproj|drp|als|logicx|rpp|flp|ardour|ptx|band|ipynb)$/i;

const generated = /^(trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia|compositeSynthetic)$/;

function agrees(level: string, types: readonly string[]): boolean {
  const has = types.some((type) => generated.test(type));
  return level === 'part' || level === 'live' ? has : types.length > 0 && !has;
}
