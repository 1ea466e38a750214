package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.Education;
import dev.peregrine.host.resumes.PartialDate;
import dev.peregrine.host.resumes.Period;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.Times;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was understood of the main résumé, at a glance.
 *
 * @param said where it is from and since when it is stored
 * @param who name and headline; may be empty
 * @param positions title, employer, time
 * @param schools degree, school
 * @param skills the first of them, with commas; may be empty
 * @param titles the titles of its positions, the newest first
 * @param town where the person lives as it says; may be empty
 * @param doubts how many fields the reader was unsure of
 * @param warnings what the reader has to say of the file
 * @param edited whether the person changed it by hand
 */
public record ResumeGlance(
    long id,
    String name,
    String said,
    String who,
    List<String> positions,
    List<String> schools,
    String skills,
    List<String> titles,
    String town,
    int doubts,
    List<String> warnings,
    boolean edited) {

  private static final int SHOWN_SKILLS = 20;
  private static final int MOST_TITLES = 6;
  private static final int LONGEST_TITLE = 60;

  /** The main résumé, if there is one. */
  public static Optional<ResumeGlance> of(Resumes resumes, Times times) {
    return resumes.current().map(resume -> of(resume, resumes.file(resume), times));
  }

  private static ResumeGlance of(Resume resume, Optional<ResumeFile> file, Times times) {
    ResumeDocument document = ResumeRoutes.document(resume);
    Optional<Reading> reading = file.map(Reading::of);
    boolean edited = resume.origin() != Resume.Origin.GIVEN;
    return new ResumeGlance(
        resume.id(),
        resume.name(),
        ResumeViews.said(resume, times),
        joined(", ", document.basics().name(), document.basics().label()),
        document.work().stream().map(ResumeGlance::position).filter(l -> !l.isEmpty()).toList(),
        document.education().stream().map(ResumeGlance::school).filter(l -> !l.isEmpty()).toList(),
        document.skillNames().stream().limit(SHOWN_SKILLS).collect(Collectors.joining(", ")),
        titles(document),
        document.basics().location().flatMap(place -> place.city()).orElse(""),
        edited ? 0 : reading.map(each -> each.doubts().size()).orElse(0),
        reading.map(Reading::warnings).orElse(List.of()),
        edited);
  }

  private static List<String> titles(ResumeDocument document) {
    return Stream.concat(
            document.work().stream().flatMap(work -> work.position().stream()),
            document.basics().label().stream())
        .map(String::strip)
        .filter(title -> !title.isEmpty() && title.length() <= LONGEST_TITLE)
        .distinct()
        .limit(MOST_TITLES)
        .toList();
  }

  private static String position(Work work) {
    return joined(", ", work.position(), work.name(), time(work.period()));
  }

  private static String school(Education school) {
    return joined(", ", school.studyType(), school.institution(), time(school.period()));
  }

  private static Optional<String> time(Period period) {
    if (!period.isKnown()) {
      return Optional.empty();
    }
    Optional<String> end =
        period.current() ? Optional.of(t("person.today")) : period.end().map(ResumeGlance::year);
    return Optional.of(joined(" – ", period.start().map(ResumeGlance::year), end));
  }

  private static String year(PartialDate date) {
    return Integer.toString(date.year());
  }

  @SafeVarargs
  private static String joined(String between, Optional<String>... parts) {
    return Stream.of(parts)
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(between));
  }
}
