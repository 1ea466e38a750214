package dev.peregrine.host.mail;

import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A mail, read safely, with what was done with it and what can be said of it.
 *
 * @param facts who, to whom, when, where
 * @param outcome what was done with it
 * @param why the same as a sentence
 * @param meaning what it means, how sure that is and which words decided; may be empty
 * @param listsJobs whether jobs in it can be chosen
 * @param before what was found out before the person spoke; may be empty
 * @param decides whether it waits for the person
 * @param text its words, links told apart
 * @param html the same as it was laid out; empty where there is none
 * @param quoted what was folded away
 * @param events what its calendar parts tell
 * @param headers lines of its head
 * @param thread its conversation, where it has more than this one
 */
record OneMailPage(
    Shell shell,
    long id,
    String subject,
    List<Fact> facts,
    String outcome,
    String kind,
    String why,
    String meaning,
    boolean listsJobs,
    boolean settled,
    boolean canSettle,
    boolean decides,
    Application application,
    List<Label> labels,
    boolean said,
    List<Piece> text,
    boolean cut,
    SafeHtml html,
    List<Piece> quoted,
    List<String> events,
    List<Attached> attachments,
    List<String> troubles,
    Optional<InjectionHint> forMachines,
    List<Fact> headers,
    List<MailLine> thread) {

  /** Something with a name. */
  record Fact(String name, String value) {}

  /** What it can mean. */
  record Label(String key, String label, boolean here) {}

  /** A file that came along; Peregrine keeps none. */
  record Attached(String name, String about) {}

  /**
   * A piece of a text.
   *
   * @param link where it leads; empty for plain words
   */
  record Piece(String words, String link) {}

  /**
   * To which application it belongs.
   *
   * @param job what that is called; empty for none
   * @param reason why
   * @param said whether the person decided that, also that it is none
   * @param words what was searched for
   * @param choices those that can be chosen
   */
  record Application(
      String job,
      String path,
      String reason,
      boolean said,
      String words,
      boolean searching,
      List<Choice> choices) {

    boolean isNone() {
      return job.isEmpty();
    }

    /** Whether it is an application, and not a posting in review that came with the mail. */
    boolean isPursued() {
      return path.startsWith("/interviews/");
    }
  }

  /**
   * An application to choose.
   *
   * @param about what speaks for it; may be empty
   */
  record Choice(long job, String name, String about) {}

  String here() {
    return MailRoutes.HERE + "/" + id;
  }

  String token() {
    return shell.token();
  }

  /** Where the person decides on it; empty where there is nothing to decide. */
  String decidePath() {
    return decides && application.isPursued() ? application.path() + "/mails" : "";
  }

  boolean hasLinks() {
    return text.stream().anyMatch(piece -> !piece.link().isEmpty());
  }
}
