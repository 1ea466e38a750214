package dev.peregrine.host.research;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.Job;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The company that a brief is about.
 *
 * @param key under which its jobs share the brief
 * @param name to search for; empty where nobody says who it is
 * @param site its own site, where that is known
 * @param siteSaid whether the person named the site
 */
public record Subject(String key, String name, Optional<URI> site, boolean siteSaid) {

  private static final String NAMELESS = "job-";

  /** What careless boards write where there is no name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "none",
          "null",
          "nan",
          "n a",
          "na",
          "nil",
          "undefined",
          "unknown",
          "unbekannt",
          "confidential",
          "confidential company",
          "company confidential",
          "vertraulich",
          "anonymous",
          "anonym",
          "private",
          "private advertiser",
          "undisclosed",
          "not disclosed",
          "not specified",
          "keine angabe",
          "k a",
          "company",
          "employer",
          "the company",
          "firma",
          "arbeitgeber",
          "tbd",
          "test");

  /** The company of a job. */
  public static Subject of(Job job) {
    Posting posting = job.posting();
    Optional<String> name = posting.company().filter(Subject::isName);
    Optional<URI> site =
        Optional.ofNullable(posting.details().get(PostingDetail.COMPANY_SITE))
            .flatMap(HttpCall::address);
    return name.map(text -> new Subject(CompanyKey.of(Optional.of(text)), text, site, false))
        .filter(subject -> !subject.key().isEmpty())
        .orElseGet(() -> new Subject(NAMELESS + job.id(), "", site, false));
  }

  /** A company that the person names. */
  public static Optional<Subject> named(String name) {
    String key = CompanyKey.of(Optional.of(name));
    return isName(name) && !key.isEmpty()
        ? Optional.of(new Subject(key, name.strip(), Optional.empty(), false))
        : Optional.empty();
  }

  /** Whether a text can be a company's name. */
  static boolean isName(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]+", " ").strip();
    return !words.isEmpty() && !NO_NAMES.contains(words);
  }

  /** The job that it stands for, where nobody says which company that is. */
  static Optional<Long> jobOf(String key) {
    return Stream.of(key)
        .filter(text -> text.matches(NAMELESS + "\\d{1,18}"))
        .map(text -> Long.valueOf(text.substring(NAMELESS.length())))
        .findFirst();
  }

  /** Whether nobody says who it is. */
  public boolean isNameless() {
    return name.isEmpty();
  }

  /** The name without its legal form, as texts mostly have it. */
  String spoken() {
    String[] written = name.strip().split("[\\s,]+");
    int words = key.split(" ").length;
    return written.length > words
        ? String.join(" ", Arrays.asList(written).subList(0, words))
        : name.strip();
  }

  Subject withSite(Optional<URI> newSite, boolean said) {
    return new Subject(key, name, newSite, said);
  }

  Subject called(String newName) {
    return new Subject(key, newName, site, siteSaid);
  }
}
