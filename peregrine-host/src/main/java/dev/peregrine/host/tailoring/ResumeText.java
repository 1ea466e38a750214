package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.resumes.Award;
import dev.peregrine.host.resumes.Certificate;
import dev.peregrine.host.resumes.Education;
import dev.peregrine.host.resumes.PartialDate;
import dev.peregrine.host.resumes.Period;
import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.Publication;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.resumes.SpokenLanguage;
import dev.peregrine.host.resumes.Volunteer;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A résumé as plain text from top to bottom, as an employer's program takes it: usual headings, one
 * column, dates beside each position.
 */
public final class ResumeText {

  private final StringBuilder text = new StringBuilder();
  private final boolean german;

  private ResumeText(boolean german) {
    this.german = german;
  }

  /** The text; parts that are empty have no heading. */
  public static String of(ResumeDocument resume) {
    return new ResumeText(isGerman(resume)).all(resume);
  }

  private static boolean isGerman(ResumeDocument resume) {
    return EvidenceCheck.isGerman(
        Stream.concat(
                resume.basics().summary().stream(),
                resume.work().stream().flatMap(work -> work.highlights().stream()))
            .collect(Collectors.joining("\n")));
  }

  private String all(ResumeDocument resume) {
    resume.basics().name().ifPresent(this::line);
    resume.basics().label().ifPresent(this::line);
    line(
        joined(
            " | ",
            resume.basics().email(),
            resume.basics().phone(),
            resume.basics().location().flatMap(place -> place.city()),
            resume.basics().url()));
    resume.basics().profiles().forEach(profile -> profile.url().ifPresent(this::line));
    part("Summary", "Profil", resume.basics().summary().stream().toList());
    part("Experience", "Berufserfahrung", resume.work().stream().flatMap(this::work).toList());
    part("Projects", "Projekte", resume.projects().stream().flatMap(this::project).toList());
    part(
        "Volunteer work",
        "Ehrenamt",
        resume.volunteer().stream().flatMap(this::volunteer).toList());
    part("Education", "Ausbildung", resume.education().stream().flatMap(this::education).toList());
    part("Skills", "Kenntnisse", resume.skills().stream().map(ResumeText::skill).toList());
    part(
        "Certificates",
        "Zertifikate",
        resume.certificates().stream().map(ResumeText::certificate).toList());
    part("Languages", "Sprachen", resume.languages().stream().map(ResumeText::language).toList());
    part("Awards", "Auszeichnungen", resume.awards().stream().map(ResumeText::award).toList());
    part(
        "Publications",
        "Veröffentlichungen",
        resume.publications().stream().map(ResumeText::publication).toList());
    return text.toString().strip() + "\n";
  }

  private void part(String english, String inGerman, List<String> lines) {
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      text.append('\n');
      line(german ? inGerman : english);
      lines.forEach(this::line);
    }
  }

  private void line(String line) {
    if (!line.isBlank()) {
      text.append(line.strip()).append('\n');
    }
  }

  private Stream<String> work(Work work) {
    return entry(
        joined(", ", work.position(), work.name(), work.location(), position(work.period())),
        work.summary(),
        work.highlights());
  }

  private Stream<String> project(Project project) {
    return entry(
        joined(", ", project.name(), period(project.period())),
        project.description(),
        project.highlights());
  }

  private Stream<String> volunteer(Volunteer volunteer) {
    return entry(
        joined(", ", volunteer.position(), volunteer.organization(), position(volunteer.period())),
        volunteer.summary(),
        volunteer.highlights());
  }

  private Stream<String> education(Education education) {
    String degree = joined(" ", education.studyType(), education.area());
    return entry(
        joined(", ", Optional.of(degree), education.institution(), period(education.period())),
        education.score(),
        education.highlights());
  }

  private static Stream<String> entry(
      String heading, Optional<String> prose, List<String> bullets) {
    return Stream.of(
            Stream.of(heading),
            prose.stream(),
            bullets.stream().map(bullet -> "- " + bullet.replaceAll("\\s+", " ")))
        .flatMap(each -> each);
  }

  private static String skill(Skill skill) {
    String keywords = String.join(", ", skill.keywords());
    return skill.name().isPresent() && !keywords.isEmpty()
        ? skill.name().get() + ": " + keywords
        : skill.name().orElse(keywords);
  }

  private static String certificate(Certificate certificate) {
    return joined(
        ", ", certificate.name(), certificate.issuer(), certificate.date().map(ResumeText::date));
  }

  private static String language(SpokenLanguage language) {
    return joined(": ", language.language(), language.fluency());
  }

  private static String award(Award award) {
    return joined(", ", award.title(), award.awarder(), award.date().map(ResumeText::date));
  }

  private static String publication(Publication publication) {
    return joined(
        ", ",
        publication.name(),
        publication.publisher(),
        publication.releaseDate().map(ResumeText::date));
  }

  /** JSON Resume leaves the end out of what goes on. */
  private Optional<String> position(Period period) {
    return period.start().isPresent() && period.end().isEmpty()
        ? Optional.of(date(period.start().get()) + " – " + (german ? "heute" : "present"))
        : period(period);
  }

  private static Optional<String> period(Period period) {
    String from = period.start().map(ResumeText::date).orElse("");
    String to = period.end().map(ResumeText::date).orElse("");
    return Optional.of(
            Stream.of(from, to).filter(date -> !date.isEmpty()).collect(Collectors.joining(" – ")))
        .filter(dates -> !dates.isEmpty());
  }

  private static String date(PartialDate date) {
    return date.monthIfKnown().isPresent()
        ? "%02d/%d".formatted(date.monthIfKnown().getAsInt(), date.year())
        : Integer.toString(date.year());
  }

  @SafeVarargs
  private static String joined(String between, Optional<String>... parts) {
    var all = new ArrayList<String>();
    for (Optional<String> part : parts) {
      part.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(all::add);
    }
    return String.join(between, all);
  }
}
