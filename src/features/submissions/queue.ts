/** The organizers' queue as its page shows it: what was received with something outside the rules of its call. */
export interface QueueItem {
  id: string;
  title: string;
  call: string;
  submittedAt: Date;
  issues: string[];
  declined: { until: Date } | null;
}

export interface Queue {
  items: QueueItem[];
  /** Of all pages: how many nobody decided about yet, and how many were declined. */
  undecided: number;
  declined: number;
  page: number;
  pages: number;
}

/** Each item has its sentences, so a page holds fewer than the table does. */
export const queuePageSize = 20;
