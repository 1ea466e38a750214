package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A résumé as text for a language model: what the person did and can, without their name, how to
 * reach them, their referees, addresses of pages, and employers whom they never name.
 */
public final class Career {

  private static final int LONGEST = 24_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");

  private Career() {}

  /** The text. */
  public static String of(ResumeDocument resume, Unnamed unnamed) {
    var text = new ArrayList<String>();
    resume.basics().label().ifPresent(text::add);
    resume.basics().summary().ifPresent(text::add);
    for (Work work : resume.work()) {
      text.add(head(period(work.period()), work.position(), work.name(), work.location()));
      work.summary().ifPresent(text::add);
      bullets(text, work.highlights());
    }
    for (Volunteer volunteer : resume.volunteer()) {
      text.add(
          head(
              period(volunteer.period()),
              volunteer.position(),
              volunteer.organization(),
              Optional.of("volunteer")));
      volunteer.summary().ifPresent(text::add);
      bullets(text, volunteer.highlights());
    }
    for (Project project : resume.projects()) {
      text.add(
          head(
              period(project.period()),
              project.name().map(name -> "Project " + name),
              project.description()));
      bullets(text, project.highlights());
    }
    for (Education education : resume.education()) {
      text.add(
          head(
              period(education.period()),
              education.studyType(),
              education.area(),
              education.institution()));
    }
    resume
        .certificates()
        .forEach(each -> text.add(head(Optional.empty(), each.name(), each.issuer())));
    resume.awards().forEach(each -> text.add(head(Optional.empty(), each.title(), each.awarder())));
    if (!resume.skillNames().isEmpty()) {
      text.add("Skills: " + String.join(", ", resume.skillNames()));
    }
    resume
        .languages()
        .forEach(each -> text.add(head(Optional.empty(), each.language(), each.fluency())));
    String plain = text.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    String told = ADDRESS.matcher(unnamed.in(plain)).replaceAll("");
    return told.length() > LONGEST ? told.substring(0, LONGEST) : told;
  }

  private static void bullets(List<String> text, List<String> highlights) {
    highlights.forEach(highlight -> text.add("- " + highlight));
  }

  @SafeVarargs
  private static String head(Optional<String> period, Optional<String>... parts) {
    String named = Stream.of(parts).flatMap(Optional::stream).collect(Collectors.joining(", "));
    return named + period.map(when -> " (" + when + ")").orElse("");
  }

  private static Optional<String> period(Period period) {
    String from = period.start().map(PartialDate::toString).orElse("");
    String to = period.current() ? "today" : period.end().map(PartialDate::toString).orElse("");
    return from.isEmpty() && to.isEmpty()
        ? Optional.empty()
        : Optional.of(from + (to.isEmpty() ? "" : "–" + to));
  }
}
