package dev.peregrine.host.practice;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import java.util.Locale;
import java.util.regex.Pattern;

/** A session as a text to keep, in the language of whoever asks for it. */
public final class Transcript {

  private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>#|~])");
  private static final Pattern LINE_HEAD = Pattern.compile("(?m)^(\\s*\\d*)([-+=.)])");

  private final Job job;
  private final Session session;
  private final String when;
  private final boolean marked;

  private Transcript(Job job, Session session, String when, boolean marked) {
    this.job = job;
    this.session = session;
    this.when = when;
    this.marked = marked;
  }

  /**
   * As Markdown: what somebody typed stays plain text in it.
   *
   * @param when it was, in words
   */
  public static String markdown(Job job, Session session, String when) {
    return new Transcript(job, session, when, true).text();
  }

  /** As plain text. */
  public static String plain(Job job, Session session, String when) {
    return new Transcript(job, session, when, false).text();
  }

  /** A name for its file, without an ending. */
  public static String fileName(Session session, String day) {
    return "practice-%s-%s".formatted(session.plan().kind().key().replace('_', '-'), day);
  }

  private String text() {
    var text = new StringBuilder();
    head(text, 1, t("practice.transcript-title", "job", job.posting().title()));
    String company = job.posting().company().orElse("");
    text.append(
            safe(
                (company.isEmpty() ? "" : company + " · ")
                    + t("practice.kind-" + session.plan().kind().key())
                    + " · "
                    + when))
        .append("\n\n");
    for (Turn turn : session.turns()) {
      turn(text, turn);
    }
    if (!session.means().isEmpty()) {
      head(text, 2, t("practice.over-all"));
      session
          .means()
          .forEach(
              (criterion, mean) ->
                  text.append(
                      "- %s: %s\n"
                          .formatted(
                              criterion.title(),
                              t(
                                  "practice.of-four",
                                  "level",
                                  String.format(Locale.ROOT, "%.1f", mean)))));
    }
    return text.toString().strip() + "\n";
  }

  private void turn(StringBuilder text, Turn turn) {
    head(text, 2, "%d. %s".formatted(turn.position(), turn.asked().question()));
    if (turn.state() == Turn.State.SKIPPED) {
      text.append(t("practice.skipped")).append("\n\n");
      return;
    }
    String answer = turn.answer().isBlank() ? t("practice.no-answer") : turn.answer().strip();
    text.append(safe(answer)).append("\n\n");
    turn.rating().ifPresent(rating -> rating(text, rating));
  }

  private void rating(StringBuilder text, Rating rating) {
    text.append(
            rating.by() == Rating.By.SELF
                ? t("practice.rated-by-you")
                : safe(t("practice.rated-by", "model", rating.backend())))
        .append("\n\n");
    for (Rating.Point point : rating.points()) {
      text.append("- ")
          .append(point.criterion().title())
          .append(": ")
          .append(t("practice.of-four", "level", String.valueOf(point.level())));
      if (!point.sentence().isEmpty()) {
        text.append(". ").append(safe(point.sentence()));
      }
      if (!point.quote().isEmpty()) {
        text.append(" “").append(safe(point.quote())).append('”');
      }
      text.append('\n');
    }
    text.append('\n');
    if (!rating.summary().isEmpty()) {
      text.append(safe(rating.summary())).append("\n\n");
    }
  }

  private void head(StringBuilder text, int level, String title) {
    String plain = title.replaceAll("\\s+", " ");
    String line = marked ? escaped(plain) : plain;
    if (marked) {
      text.append("#".repeat(level)).append(' ').append(line).append("\n\n");
    } else {
      text.append(line)
          .append('\n')
          .append((level == 1 ? "=" : "-").repeat(Math.min(line.length(), 72)))
          .append("\n\n");
    }
  }

  private String safe(String typed) {
    if (!marked) {
      return typed;
    }
    return LINE_HEAD.matcher(escaped(typed)).replaceAll("$1\\\\$2");
  }

  private static String escaped(String typed) {
    return MARKS.matcher(typed).replaceAll("\\\\$1");
  }
}
