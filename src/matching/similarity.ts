/**
 * Owns how well texts fit: the cosine of word counts, weighed by how rare each word is (tf-idf; Salton and Buckley,
 * Term-weighting approaches in automatic text retrieval, 1988), and how that, topics and bids make one whole score.
 */

/** What a paper or a reviewer brings; for a reviewer several texts of their own. */
export type Texts = readonly (readonly string[])[];

/** Weights of the three parts, as shown to organizers; only their proportion counts. */
export interface Weights {
  text: number;
  topics: number;
  bids: number;
}

/** Each part between 0 and 1, or null where nothing is known, which then counts neither for nor against. */
export interface Parts {
  text: number | null;
  topics: number | null;
  bid: number | null;
}

type Vector = Map<string, number>;

/** Paper by paper the cosine with every reviewer, 0 to 1; null where one of them has no words. */
export function textSimilarity(papers: Texts, reviewers: Texts): (number | null)[][] {
  const ofPapers = papers.map((texts) => wordsIn(texts));
  const ofReviewers = reviewers.map((texts) => wordsIn(texts));
  const all = [...ofPapers, ...ofReviewers];
  const holders = new Map<string, number>();
  for (const words of all) for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weighed = (words: Vector): Vector => {
    const vector = new Map(
      [...words].map(([word, count]) => [
        word,
        (1 + Math.log(count)) * Math.log((1 + all.length) / holders.get(word)!),
      ]),
    );
    const length = Math.sqrt([...vector.values()].reduce((sum, one) => sum + one * one, 0));
    return new Map([...vector].map(([word, one]) => [word, length > 0 ? one / length : 0]));
  };
  const vectors = ofReviewers.map(weighed);
  return ofPapers.map((words) => {
    const paper = weighed(words);
    return vectors.map((vector) => (paper.size === 0 || vector.size === 0 ? null : product(paper, vector)));
  });
}

/** The share of the paper's topics that the reviewer knows; null where either names none. */
export function topicSimilarity(paper: readonly string[], reviewer: readonly string[]): number | null {
  if (paper.length === 0 || reviewer.length === 0) return null;
  const known = new Set(reviewer);
  return paper.filter((topic) => known.has(topic)).length / paper.length;
}

/** A whole score from 0 to 1,000,000: the weighed mean of what is known, 0 where nothing is. */
export function suitability({ text, topics, bid }: Parts, weights: Weights): number {
  const known = [
    [text, weights.text],
    [topics, weights.topics],
    [bid, weights.bids],
  ].filter((pair): pair is [number, number] => pair[0] !== null && pair[1]! > 0);
  const weight = known.reduce((sum, [, one]) => sum + one, 0);
  if (weight === 0) return 0;
  return Math.round((known.reduce((sum, [part, one]) => sum + part * one, 0) / weight) * 1_000_000);
}

function wordsIn(texts: readonly string[]): Vector {
  const words: Vector = new Map();
  for (const text of texts)
    for (const [word] of text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]{2,}/gu))
      words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** In the order of the words that both have, taken from the shorter side by name, so that sums are always alike. */
function product(one: Vector, other: Vector): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  const both = [...few.keys()].filter((word) => many.has(word)).sort();
  return Math.min(
    1,
    both.reduce((sum, word) => sum + few.get(word)! * many.get(word)!, 0),
  );
}
