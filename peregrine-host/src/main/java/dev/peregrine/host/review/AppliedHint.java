package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Applied;
import dev.peregrine.host.web.Times;

/**
 * That the person applied there already.
 *
 * @param path of the job that was applied for, if it is another; else empty
 */
public record AppliedHint(String text, String title, String path) {

  public static AppliedHint of(Applied applied, long here, Times times) {
    return new AppliedHint(
        t("review.you-applied", "day", times.day(applied.at())),
        applied.title(),
        applied.job() == here ? "" : "/jobs/" + applied.job());
  }
}
