import { expect, it } from 'vitest';
import { evidenceOf, showsMaking } from './evidence.ts';

const level = (key: string) => ({ level: { key, label: key } });
const main = { role: 'main', name: 'process.png' };
const sketches = { role: 'supplementary', name: 'making/Sketches 1-12.pdf' };

it('is what the creator says, then files of the making, then a credential that says the same', () => {
  expect([
    evidenceOf(level('none'), [main], []),
    evidenceOf(level('none'), [main, sketches], []),
    evidenceOf(level('none'), [main, sketches], [['digitalCapture']]),
    evidenceOf(level('part'), [main], [['digitalCapture'], ['compositeWithTrainedAlgorithmicMedia']]),
  ]).toEqual(['declared', 'process-shown', 'credential-read', 'credential-read']);
});

it('is no credential that says something else, or nothing', () => {
  expect([
    evidenceOf(level('none'), [main], [['digitalCapture', 'trainedAlgorithmicMedia']]),
    evidenceOf(level('part'), [main], [['digitalCapture']]),
    evidenceOf(level('assisted'), [main], [[]]),
  ]).toEqual(['declared', 'declared', 'declared']);
});

it('knows files of the making by their words and by their programs, and no others', () => {
  const named = (name: string) => ({ role: 'supplementary', name });
  const names = [
    'process.pdf',
    'low_tide_layers.png',
    'wip 3.jpg',
    'tide.psd',
    'session.als',
    'Making-of.mp4',
  ];
  const others = ['processor.pdf', 'detail.jpg', 'transcript.txt', 'understudy.png', 'obsession.wav'];
  expect([
    names.filter((name) => !showsMaking(named(name))),
    others.filter((name) => showsMaking(named(name))),
  ]).toEqual([[], []]);
});
