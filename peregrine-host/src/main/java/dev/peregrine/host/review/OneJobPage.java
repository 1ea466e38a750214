package dev.peregrine.host.review;

import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * All of one job.
 *
 * @param stage its stage in words
 * @param stageKind a class for the stage's colour
 * @param original where the posting is read
 * @param hidden why a rule hid it; empty if none did
 * @param origin the mail that it came from
 * @param canFetch whether its board may have a missing description
 * @param bestResume the name of the résumé that fits best; empty where there is only one
 * @param stillOpen whether it is still open; empty where it has no page
 * @param employer the employer, where its own page can be watched
 * @param applied when the person applied
 * @param forMachines what in it speaks to machines
 * @param boards how many have it
 * @param sent what was sent for it, the last first
 * @param canApply whether the workspace waits for it
 * @param pursued whether it stands among the applications
 * @param actions the decisions that make sense now
 * @param stages where it may be moved to
 */
record OneJobPage(
    Shell shell,
    long id,
    String title,
    String company,
    String stage,
    String stageKind,
    String original,
    String apply,
    List<Fact> facts,
    String hidden,
    SafeHtml description,
    Optional<Origin> origin,
    boolean canFetch,
    Match match,
    String scoredWhen,
    String bestResume,
    Optional<AppliedHint> applied,
    Optional<InjectionHint> forMachines,
    int boards,
    List<Seen> sightings,
    List<Happened> timeline,
    Optional<StillOpen> stillOpen,
    Optional<Watch> employer,
    List<Sending> sent,
    boolean canApply,
    boolean pursued,
    List<Choice> actions,
    List<Choice> stages,
    Optional<String> problem) {

  /** A fact with its sign. */
  record Fact(dev.peregrine.host.web.Icon icon, String text) {}

  /** Something that happened to it. */
  record Happened(String text, String when, boolean now) {}

  /** An application that was sent, and where it is seen. */
  record Sending(String text, String path) {}

  /** An employer's own page. */
  record Watch(String name, String boardName, String board, String slug, boolean watched) {}

  /** A stage to move to. */
  record Choice(String key, String label, boolean main) {}

  String token() {
    return shell.token();
  }
}
