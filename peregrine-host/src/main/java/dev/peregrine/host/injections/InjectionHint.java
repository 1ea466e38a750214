package dev.peregrine.host.injections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a posting speaks to machines, for the person.
 *
 * @param warns whether it tries something, and not only asks for a word
 */
public record InjectionHint(boolean warns, String title, String about, List<Line> lines) {

  /** One place of it. */
  public record Line(String what, String excerpt) {}

  /** What there is to tell of a posting; empty for nothing. */
  public static Optional<InjectionHint> of(Posting posting) {
    List<Injection> found = Injections.in(posting);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean warns = isWarning(found);
    return Optional.of(
        new InjectionHint(
            warns,
            warns ? t("injections.speaks-to-machines") : t("injections.asks-for-a-word"),
            warns ? t("injections.given-as-data") : t("injections.write-it-yourself"),
            found.stream().map(InjectionHint::line).toList()));
  }

  /**
   * What there is to tell of a mail; empty for nothing.
   *
   * @param text as it came, HTML or plain
   */
  public static Optional<InjectionHint> ofMail(String subject, String text) {
    // Mails hide a line for lists of mails as a custom; only what tries something is told.
    List<Injection> found =
        Stream.concat(Injections.find(subject).stream(), Injections.find(text).stream())
            .filter(each -> each.kind() != Injection.Kind.UNSEEN && !each.isNote())
            .distinct()
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InjectionHint(
                true,
                t("injections.mail-speaks-to-machines"),
                t("injections.mail-given-as-data"),
                found.stream().map(InjectionHint::line).toList()));
  }

  private static boolean isWarning(List<Injection> found) {
    return !found.stream().allMatch(Injection::isNote);
  }

  private static Line line(Injection injection) {
    String what = t("injections.kind-" + injection.kind().key());
    boolean said = injection.unseen() && injection.kind() != Injection.Kind.UNSEEN;
    return new Line(said ? t("injections.unseen", "what", what) : what, injection.excerpt());
  }
}
