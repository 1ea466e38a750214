package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Paper;

/**
 * A file, as a page lists it.
 *
 * @param about what it is and how large
 * @param path where it can be had
 */
record PaperLine(long id, String name, String about, String path) {

  private static final int KB = 1024;

  static PaperLine of(Paper paper) {
    return new PaperLine(
        paper.id(),
        paper.name(),
        about(paper.kind().name(), paper.size()),
        "/apply/%d/papers/%d".formatted(paper.job(), paper.id()));
  }

  static PaperLine of(Content.FileThen file, int number, String path) {
    return new PaperLine(number, file.name(), about(file.kind(), file.size()), path);
  }

  private static String about(String kind, long size) {
    String what = t("apply.paper-" + kind.toLowerCase(java.util.Locale.ROOT));
    long kilobytes = Math.max(1, Math.round((double) size / KB));
    return kilobytes < KB
        ? t("apply.kilobytes", "what", what, "size", kilobytes)
        : t(
            "apply.megabytes",
            "what",
            what,
            "size",
            java.math.BigDecimal.valueOf(kilobytes)
                .divide(java.math.BigDecimal.valueOf(KB), 1, java.math.RoundingMode.HALF_UP));
  }
}
