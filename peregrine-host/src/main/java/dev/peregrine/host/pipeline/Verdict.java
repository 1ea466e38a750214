package dev.peregrine.host.pipeline;

import static dev.peregrine.host.texts.Texts.t;

/**
 * What a person said about two jobs, which can be undone.
 *
 * @param id 0 if there was nothing to say
 * @param job the one that goes on: what both were joined to, or what was split off
 * @param label for a person: {@code Joined with UX Writer, Bankhaus Lau}
 */
public record Verdict(long id, long job, String label) {

  static Verdict none(long job) {
    return new Verdict(0, job, t("pipeline.nothing"));
  }
}
