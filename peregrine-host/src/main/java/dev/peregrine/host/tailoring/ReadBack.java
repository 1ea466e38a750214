package dev.peregrine.host.tailoring;

import dev.peregrine.host.resumes.Education;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader of résumés understands of a plain text, against what was meant.
 *
 * @param lost what was meant and not understood
 */
public record ReadBack(Part part, int found, int all, List<String> lost) {

  /** What is looked for. */
  public enum Part {
    CONTACT,
    EMPLOYERS,
    TITLES,
    DATES,
    SCHOOLS,
    SKILLS
  }

  public ReadBack {
    lost = List.copyOf(lost);
  }

  /** Compares; parts of which nothing was meant are left out. */
  public static List<ReadBack> of(ResumeDocument meant, ResumeDocument read) {
    return Stream.of(Part.values())
        .map(part -> of(part, texts(part, meant), texts(part, read)))
        .filter(back -> back.all() > 0)
        .toList();
  }

  private static ReadBack of(Part part, List<String> meant, List<String> read) {
    var known = new HashSet<>(read.stream().map(ReadBack::folded).toList());
    List<String> lost = meant.stream().filter(text -> !known.contains(folded(text))).toList();
    return new ReadBack(part, meant.size() - lost.size(), meant.size(), lost);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]+", " ").strip();
  }

  private static List<String> texts(Part part, ResumeDocument resume) {
    return switch (part) {
      case CONTACT ->
          given(resume.basics().name(), resume.basics().email(), resume.basics().phone());
      case EMPLOYERS -> resume.work().stream().flatMap(work -> work.name().stream()).toList();
      case TITLES -> resume.work().stream().flatMap(work -> work.position().stream()).toList();
      case DATES -> resume.work().stream().flatMap(ReadBack::dates).toList();
      case SCHOOLS ->
          resume.education().stream()
              .map(Education::institution)
              .flatMap(Optional::stream)
              .toList();
      case SKILLS -> resume.skillNames();
    };
  }

  private static Stream<String> dates(Work work) {
    return Stream.concat(
        work.period().start().map(Object::toString).stream(),
        work.period().end().map(Object::toString).stream());
  }

  @SafeVarargs
  private static List<String> given(Optional<String>... texts) {
    return Stream.of(texts).flatMap(Optional::stream).toList();
  }
}
