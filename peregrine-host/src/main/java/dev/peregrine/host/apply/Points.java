package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the checklist that makes itself. */
final class Points {

  private final long job;
  private final Times times;
  private final List<String> tabs;

  /**
   * The points of a job.
   *
   * @param tabs keys of the tabs that are there, so that no point leads nowhere
   */
  Points(long job, Times times, List<String> tabs) {
    this.job = job;
    this.times = times;
    this.tabs = tabs;
  }

  List<SendPage.Point> of(Parcel parcel, Optional<Opening> opening) {
    var points = new ArrayList<SendPage.Point>();
    points.add(letter(parcel.letter()));
    points.add(resume(parcel));
    if (!parcel.questions().isEmpty()) {
      points.add(questions(parcel.questions()));
    }
    points.add(files(parcel));
    points.add(open(opening));
    return points;
  }

  private SendPage.Point letter(Clearance letter) {
    return switch (letter) {
      case Clearance.Nothing none ->
          point(
              TabState.NONE,
              t("apply.no-letter"),
              t("apply.no-letter-why"),
              t("apply.write-letter"),
              "letter");
      case Clearance.Blocked blocked ->
          point(
              TabState.NEEDS_YOU,
              t("apply.letter-blocked"),
              t(
                  "apply.letter-blocked-why",
                  "claims",
                  blocked.claims().size(),
                  "places",
                  blocked.places().size()),
              t("apply.finish-letter"),
              "letter");
      case Clearance.Cleared cleared ->
          point(
              TabState.DONE,
              t("apply.letter-cleared", "version", cleared.letter().number()),
              cleared.held() ? t("apply.letter-held") : t("apply.letter-not-held"),
              t("apply.read-letter"),
              "letter");
    };
  }

  private SendPage.Point resume(Parcel parcel) {
    return parcel
        .resume()
        .map(
            lane ->
                point(
                    TabState.DONE,
                    t("apply.resume-chosen", "name", lane.name()),
                    lane.isTailored()
                        ? t("apply.resume-changed", "count", lane.changes().size())
                        : t("apply.resume-unchanged"),
                    t("apply.choose-resume"),
                    "resume"))
        .orElseGet(
            () ->
                new SendPage.Point(
                    TabState.NEEDS_YOU,
                    t("apply.no-resume"),
                    t("apply.no-resume-why"),
                    t("apply.add-resume"),
                    "/profile#add"));
  }

  private SendPage.Point questions(List<Question> questions) {
    long answered = questions.stream().filter(Question::isAnswered).count();
    return point(
        answered == questions.size() ? TabState.DONE : TabState.NEEDS_YOU,
        t("apply.questions-answered", "answered", answered, "count", questions.size()),
        "",
        t("apply.to-questions"),
        "questions");
  }

  private SendPage.Point files(Parcel parcel) {
    int count = parcel.papers().size();
    return count == 0
        ? point(
            TabState.NONE,
            t("apply.no-files"),
            t("apply.no-files-why"),
            t("apply.make-files"),
            "files")
        : point(
            TabState.DONE,
            t("apply.files-ready", "count", count),
            "",
            t("apply.make-files"),
            "files");
  }

  private SendPage.Point open(Optional<Opening> opening) {
    if (opening.isEmpty()) {
      return new SendPage.Point(TabState.NONE, t("apply.nobody-looked"), "", "", "");
    }
    Opening seen = opening.get();
    String why = seen.evidence() + " " + times.moment(seen.at());
    return switch (seen.state()) {
      case OPEN -> new SendPage.Point(TabState.DONE, t("apply.still-open"), why, "", "");
      case UNCERTAIN -> new SendPage.Point(TabState.NONE, t("apply.cannot-tell"), why, "", "");
      case PROBABLY_CLOSED ->
          new SendPage.Point(TabState.NEEDS_YOU, t("apply.is-probably-closed"), why, "", "");
      case CLOSED -> new SendPage.Point(TabState.NEEDS_YOU, t("apply.is-closed"), why, "", "");
    };
  }

  private SendPage.Point point(TabState state, String text, String why, String action, String tab) {
    boolean isThere = tabs.contains(tab);
    return new SendPage.Point(
        state, text, why, isThere ? action : "", isThere ? "/apply/%d/%s".formatted(job, tab) : "");
  }
}
