/**
 * Programs that read the web for language and picture models, by what they read it for. Chosen by hand: names that
 * their makers publish, none that also draw link previews or serve research libraries. Organizers choose lists, not names.
 */

export const agentKinds = ['trainers', 'assistants', 'searchers'] as const;
export type AgentKind = (typeof agentKinds)[number];

export const agents: Record<AgentKind, readonly string[]> = {
  /** Gather for training. */
  trainers: [
    'AI2Bot',
    'Ai2Bot-Dolma',
    'Amazonbot',
    'anthropic-ai',
    'Applebot-Extended',
    'Bytespider',
    'CCBot',
    'ClaudeBot',
    'cohere-training-data-crawler',
    'DeepSeekBot',
    'Diffbot',
    'FacebookBot',
    'Google-Extended',
    'GPTBot',
    'ICC-Crawler',
    'img2dataset',
    'LAIONDownloader',
    'meta-externalagent',
    'PanguBot',
    'Timpibot',
    'webzio-extended',
  ],
  /** Fetch a page because somebody asked a model about it. */
  assistants: [
    'ChatGPT-User',
    'Claude-User',
    'cohere-ai',
    'DuckAssistBot',
    'Google-CloudVertexBot',
    'meta-externalfetcher',
    'MistralAI-User',
    'Perplexity-User',
  ],
  /** Index for search that answers with a model. */
  searchers: ['Claude-SearchBot', 'OAI-SearchBot', 'PerplexityBot', 'YouBot'],
};
