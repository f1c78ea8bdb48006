/** What the pages of conduct, access and privacy are told of an edition, and what each language makes of it. */
export interface StandingFacts {
  /** Ready to stand in Markdown. */
  name: string;
  host: string;
  mail: string;
  places: { name: string; access: string }[];
  /** Whether something can be followed from elsewhere. */
  online: boolean;
  deletions: { title: string; on: string }[];
}

export interface StandingWords {
  titles: { conduct: string; access: string; privacy: string };
  /** Paragraphs in Markdown; an empty one is left out. */
  conduct(facts: StandingFacts): string[];
  access(facts: StandingFacts): string[];
  privacy(facts: StandingFacts): string[];
}
