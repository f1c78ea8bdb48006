import { describe, expect, it } from 'vitest';
import { suitability, textSimilarity, topicSimilarity } from './similarity.ts';

describe('how well a reviewer fits a paper', () => {
  it('grows with the rare words that their texts share, and knows nothing of silence', () => {
    const papers = [['Painting with neural networks'], ['Dance and motion capture'], ['']];
    const reviewers = [
      ['Neural networks that paint', 'On painting'],
      ['A history of dance with motion'],
      ['Chemistry'],
      [],
    ];
    const [first, second, third] = textSimilarity(papers, reviewers);
    expect(first!.map((one, at) => one !== null && one > second![at]!)).toEqual([true, false, false, false]);
    expect([first![2], first![3], third!]).toEqual([0, null, [null, null, null, null]]);
    expect(second![1]! > second![0]!).toEqual(true);
  });

  it('is one for the same text and does not depend on the order of words, cases or reviewers', () => {
    const both = textSimilarity([['Café light'], ['Stone']], [['light CAFÉ'], ['stone wood']]);
    const turned = textSimilarity([['Café light'], ['Stone']], [['stone wood'], ['light CAFÉ']]);
    expect(both[0]![0]).toBeCloseTo(1, 12);
    expect(turned.map((row) => [row[1], row[0]])).toEqual(both);
  });

  it('is the weighed mean of what is known', () => {
    const weights = { text: 1, topics: 1, bids: 2 };
    expect([
      topicSimilarity(['sound', 'light'], ['light']),
      topicSimilarity([], ['light']),
      suitability({ text: 0.5, topics: 0, bid: 1 }, weights),
      suitability({ text: 0.5, topics: null, bid: null }, weights),
      suitability({ text: null, topics: null, bid: null }, weights),
      suitability({ text: 0.2, topics: 1, bid: 1 }, { text: 1, topics: 0, bids: 0 }),
    ]).toEqual([0.5, null, 625_000, 500_000, 0, 200_000]);
  });
});
