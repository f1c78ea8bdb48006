/** Which pictures stand behind the short names that people write into their texts, for components that draw those. */
import { getContext, setContext } from 'svelte';
import type { DrawnPicture } from './drawn-picture.ts';

export type Pictures = (key: string) => DrawnPicture | undefined;
const key = Symbol.for('salon.pictures');

/** For everything inside the component that calls this. */
export const providePictures = (pictures: Pictures) => setContext(key, pictures);

/** Where nobody provided any, there are none. */
export const providedPictures = (): Pictures => getContext<Pictures | undefined>(key) ?? (() => undefined);
