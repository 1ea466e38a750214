package dev.peregrine.host.evidence;

import dev.peregrine.host.evidence.Facts.Known;
import dev.peregrine.host.evidence.Facts.Stay;
import dev.peregrine.host.resumes.Award;
import dev.peregrine.host.resumes.Basics;
import dev.peregrine.host.resumes.Certificate;
import dev.peregrine.host.resumes.Education;
import dev.peregrine.host.resumes.Fold;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a résumé out as facts. */
final class FactsReader {

  private static final Set<String> LEGAL =
      Set.of(
          "gmbh",
          "ag",
          "inc",
          "llc",
          "ltd",
          "limited",
          "corp",
          "corporation",
          "company",
          "co",
          "group",
          "gruppe",
          "se",
          "kg",
          "plc",
          "the",
          "of",
          "and",
          "und",
          "der",
          "die",
          "fur",
          "for",
          "holding",
          "bv",
          "sa",
          "university",
          "universitat",
          "college",
          "school",
          "at",
          "hochschule",
          "institute",
          "technology",
          "international",
          "solutions",
          "services",
          "hospital",
          "general",
          "royal",
          "national",
          "city",
          "stadt",
          "klinik",
          "klinikum",
          "kanzlei",
          "steuerkanzlei",
          "agency",
          "agentur",
          "restaurant",
          "hotel",
          "cafe");

  final List<Known> known = new ArrayList<>();
  final List<Stay> employers = new ArrayList<>();
  final List<Stay> schools = new ArrayList<>();
  final List<Known> titles = new ArrayList<>();
  final List<Known> degrees = new ArrayList<>();
  final List<Known> languages = new ArrayList<>();
  final List<Known> certificates = new ArrayList<>();
  final Map<String, Skill> skillYears = new HashMap<>();

  FactsReader(ResumeDocument resume) {
    person(resume.basics());
    each(resume.work(), this::work);
    each(resume.volunteer(), this::volunteer);
    each(resume.education(), this::education);
    each(resume.projects(), this::project);
    each(resume.certificates(), this::certificate);
    each(resume.awards(), this::award);
    each(resume.publications(), this::publication);
    each(resume.skills(), this::skill);
    each(resume.languages(), this::language);
    each(
        resume.interests(),
        (interest, i) ->
            add("interests/" + i, join(interest.name(), interest.keywords().stream())));
  }

  /** Does something with each, and its number. */
  private interface Numbered<T> {
    void take(T one, int number);
  }

  private static <T> void each(List<T> all, Numbered<T> what) {
    for (int i = 0; i < all.size(); i++) {
      what.take(all.get(i), i);
    }
  }

  private void person(Basics basics) {
    String place =
        basics
            .location()
            .map(
                location ->
                    join(location.city(), location.region().stream(), location.address().stream()))
            .orElse("");
    add("basics", join(basics.name(), Stream.of(place)));
    basics.label().ifPresent(label -> titles.add(add("basics/label", label)));
    basics.summary().ifPresent(summary -> add("basics/summary", summary));
  }

  private void work(Work work, int i) {
    String group = "work/" + i;
    Known at =
        add(
            group,
            group,
            join(
                work.position(),
                work.name().stream(),
                work.location().stream(),
                years(work.period()).stream()));
    work.name().ifPresent(name -> employers.add(stay(at, name, work.period())));
    work.position().ifPresent(title -> titles.add(known(at.fact(), group, title)));
    Stream.concat(work.description().stream(), work.summary().stream())
        .forEach(text -> add(group, group, text));
    each(work.highlights(), (text, n) -> add(group + "/highlights/" + n, group, text));
  }

  private void volunteer(Volunteer volunteer, int i) {
    String group = "volunteer/" + i;
    Known at =
        add(
            group,
            group,
            "Volunteer: "
                + join(
                    volunteer.position(),
                    volunteer.organization().stream(),
                    years(volunteer.period()).stream()));
    volunteer.organization().ifPresent(name -> employers.add(stay(at, name, volunteer.period())));
    volunteer.position().ifPresent(title -> titles.add(known(at.fact(), group, title)));
    volunteer.summary().ifPresent(text -> add(group, group, text));
    each(volunteer.highlights(), (text, n) -> add(group + "/highlights/" + n, group, text));
  }

  private void education(Education education, int i) {
    String group = "education/" + i;
    Known at =
        add(
            group,
            group,
            join(
                education.studyType(),
                education.area().stream(),
                education.institution().stream(),
                education.location().stream(),
                education.score().stream(),
                years(education.period()).stream()));
    degrees.add(at);
    education.institution().ifPresent(name -> schools.add(stay(at, name, education.period())));
    Stream.concat(education.courses().stream(), education.highlights().stream())
        .forEach(text -> degrees.add(add(group, group, text)));
  }

  private void project(Project project, int i) {
    String group = "projects/" + i;
    add(
        group,
        group,
        join(
            project.name(),
            project.description().stream(),
            project.entity().stream(),
            project.keywords().stream(),
            years(project.period()).stream()));
    each(project.roles(), (role, n) -> titles.add(add(group, group, role)));
    each(project.highlights(), (text, n) -> add(group + "/highlights/" + n, group, text));
  }

  private void certificate(Certificate certificate, int i) {
    certificates.add(
        add(
            "certificates/" + i,
            join(certificate.name(), certificate.issuer().stream(), year(certificate.date()))));
  }

  private void award(Award award, int i) {
    add(
        "awards/" + i,
        "Award: "
            + join(
                award.title(),
                award.awarder().stream(),
                award.summary().stream(),
                year(award.date())));
  }

  private void publication(Publication publication, int i) {
    add(
        "publications/" + i,
        "Publication: "
            + join(
                publication.name(),
                publication.publisher().stream(),
                publication.summary().stream(),
                year(publication.releaseDate())));
  }

  private void skill(Skill skill, int i) {
    Known at =
        add("skills/" + i, join(skill.name(), skill.level().stream(), skill.keywords().stream()));
    for (Skills.Hit hit : Skills.SHIPPED.in(at.words())) {
      if (skill.years().isPresent()) {
        skillYears.put(hit.skill(), skill);
      }
    }
  }

  private void language(SpokenLanguage language, int i) {
    languages.add(add("languages/" + i, join(language.language(), language.fluency().stream())));
  }

  private Known add(String where, String text) {
    return add(where, where, text);
  }

  private Known add(String where, String group, String text) {
    Known one = known(new Fact(text, where), group, text);
    known.add(one);
    return one;
  }

  private static Known known(Fact fact, String group, String text) {
    List<Word> words = Word.of(text);
    return new Known(
        fact,
        group,
        words,
        words.stream().map(Word::stem).collect(Collectors.toSet()),
        Amount.withDerived(text));
  }

  @SafeVarargs
  private static String join(Optional<String> first, Stream<String>... more) {
    return Stream.concat(first.stream(), Stream.of(more).flatMap(parts -> parts))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> year(Optional<PartialDate> date) {
    return date.map(known -> String.valueOf(known.year())).stream();
  }

  private static Optional<String> years(Period period) {
    String from = period.start().map(date -> String.valueOf(date.year())).orElse("");
    String to =
        period.current() ? "" : period.end().map(date -> String.valueOf(date.year())).orElse("");
    String text = from.equals(to) || to.isEmpty() ? from : from + "–" + to;
    return period.current() && !from.isEmpty()
        ? Optional.of("since " + from)
        : Optional.of(text).filter(known -> !known.isBlank());
  }

  private static Stay stay(Known at, String name, Period period) {
    Set<String> words = names(name);
    String first =
        Word.of(name).stream()
            .map(Word::folded)
            .filter(word -> word.length() > 3 && words.contains(word))
            .findFirst()
            .orElse(Fold.same(name));
    return new Stay(at.fact(), words, first, period);
  }

  private static Set<String> names(String name) {
    Set<String> all =
        Word.of(name).stream().map(Word::folded).collect(Collectors.toCollection(HashSet::new));
    Set<String> telling = all.stream().filter(w -> !LEGAL.contains(w)).collect(Collectors.toSet());
    return telling.isEmpty() ? all : telling;
  }
}
