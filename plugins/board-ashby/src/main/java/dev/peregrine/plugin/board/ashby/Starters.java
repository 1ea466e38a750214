package dev.peregrine.plugin.board.ashby;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: well-known ones whose pages on Ashby are public.
 * One that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("1password", "1Password"),
          named("cohere", "Cohere"),
          named("cursor", "Cursor"),
          named("deel", "Deel"),
          named("docker", "Docker"),
          named("elevenlabs", "ElevenLabs"),
          named("langchain", "LangChain"),
          named("linear", "Linear"),
          named("lovable", "Lovable"),
          named("modal", "Modal"),
          named("n8n", "n8n"),
          named("notion", "Notion"),
          named("openai", "OpenAI"),
          named("perplexity", "Perplexity"),
          named("posthog", "PostHog"),
          named("ramp", "Ramp"),
          named("render", "Render"),
          named("replit", "Replit"),
          named("sentry", "Sentry"),
          named("supabase", "Supabase"),
          named("synthesia", "Synthesia"),
          named("vanta", "Vanta"),
          named("zapier", "Zapier"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
