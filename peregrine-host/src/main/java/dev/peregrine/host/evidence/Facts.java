package dev.peregrine.host.evidence;

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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a résumé says, laid out for being asked. Immutable; made once for a version of a résumé and
 * used for many texts, from any thread.
 */
public final class Facts {

  /** A fact with what is looked for in it. {@code group} names the position it belongs to. */
  record Known(
      Fact fact, String group, List<Word> words, Set<String> stems, List<Amount> amounts) {}

  /** A time spent somewhere; {@code first} is the word by which it is mostly called. */
  record Stay(Fact fact, Set<String> name, String first, Period period) {

    boolean isNamedIn(Collection<String> words) {
      return words.containsAll(name) || words.contains(first);
    }
  }

  private final List<Known> known = new ArrayList<>();
  private final List<Stay> employers = new ArrayList<>();
  private final List<Stay> schools = new ArrayList<>();
  private final List<Known> titles = new ArrayList<>();
  private final List<Known> degrees = new ArrayList<>();
  private final List<Known> languages = new ArrayList<>();
  private final List<Known> certificates = new ArrayList<>();
  private final Map<String, Known> skills = new HashMap<>();
  private final Map<String, Skill> skillYears = new HashMap<>();
  private final Map<String, Known> words = new HashMap<>();
  private final Map<String, Known> stems = new HashMap<>();
  private final YearMonth today;
  private final String folded;

  private Facts(ResumeDocument resume, YearMonth today) {
    this.today = today;
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
    known.forEach(this::index);
    folded =
        known.stream().map(one -> Fold.same(one.fact().text())).collect(Collectors.joining("\n"));
  }

  /**
   * The facts of a résumé.
   *
   * @param today the month until which what goes on is counted
   */
  public static Facts of(ResumeDocument resume, YearMonth today) {
    return new Facts(resume, today);
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

  private void index(Known one) {
    for (Word word : one.words()) {
      words.putIfAbsent(word.folded(), one);
      stems.putIfAbsent(word.stem(), one);
      for (String part : word.folded().split("[-/&.]")) {
        words.putIfAbsent(part, one);
      }
    }
    for (Skills.Hit hit : Skills.SHIPPED.in(one.words())) {
      Skills.SHIPPED.broughtBy(hit.skill()).forEach(skill -> skills.putIfAbsent(skill, one));
    }
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

  // --- questions

  List<Known> all() {
    return known;
  }

  List<Known> titles() {
    return titles;
  }

  List<Known> degrees() {
    return degrees;
  }

  List<Known> languages() {
    return languages;
  }

  List<Known> certificates() {
    return certificates;
  }

  Optional<Fact> skill(String skill) {
    return Optional.ofNullable(skills.get(skill)).map(Known::fact);
  }

  /** A fact in which a word stands as it is. */
  Optional<Fact> word(String word) {
    Known one = words.get(word);
    if (one == null && word.length() > 3 && word.endsWith("s")) {
      one = words.get(word.substring(0, word.length() - 1));
    }
    return Optional.ofNullable(one).map(Known::fact);
  }

  Optional<Fact> stem(String stem) {
    return Optional.ofNullable(stems.get(stem)).map(Known::fact);
  }

  /** The whole résumé in lower case without accents, a fact a line. */
  String folded() {
    return folded;
  }

  /** Where the person was, of which words speak: all that telling words of its name are there. */
  List<Stay> employersIn(Collection<String> folded) {
    return employers.stream().filter(stay -> stay.isNamedIn(folded)).toList();
  }

  Optional<Stay> staying(String folded) {
    return Stream.concat(employers.stream(), schools.stream())
        .filter(stay -> stay.name().contains(folded))
        .findFirst();
  }

  List<Stay> stays() {
    return Stream.concat(employers.stream(), schools.stream()).toList();
  }

  /** Years of practice that the person gave for a skill. */
  Optional<Double> yearsOf(String skill) {
    return Optional.ofNullable(skillYears.get(skill))
        .flatMap(Skill::years)
        .map(java.math.BigDecimal::doubleValue);
  }

  /** How long the person was at work in all, in years; what overlaps counts once. */
  double yearsAtWork() {
    return years(employers);
  }

  double years(List<Stay> stays) {
    var months = new HashSet<YearMonth>();
    for (Stay stay : stays) {
      stay.period().start().ifPresent(start -> months.addAll(months(start, stay.period())));
    }
    return months.size() / 12.0;
  }

  private List<YearMonth> months(PartialDate start, Period period) {
    YearMonth from = YearMonth.of(start.year(), start.monthIfKnown().orElse(1));
    YearMonth to =
        period
            .end()
            .map(end -> YearMonth.of(end.year(), end.monthIfKnown().orElse(12)))
            .orElse(today); // JSON Resume leaves the end out of what goes on
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
        .limit(1200)
        .toList();
  }

  /** A fact that speaks of a year, or a stay during which it lay. */
  Optional<Fact> year(int year, List<Stay> among) {
    Optional<Fact> during =
        among.stream().filter(stay -> lies(year, stay.period())).map(Stay::fact).findFirst();
    return during.isPresent() || !among.equals(stays()) ? during : word(String.valueOf(year));
  }

  /** Whether a year is the first one of a stay. */
  boolean begins(int year, List<Stay> among) {
    return among.stream()
        .anyMatch(stay -> stay.period().start().map(start -> start.year() == year).orElse(false));
  }

  /** Whether a year is the first or the last one of a stay. */
  boolean bounds(int year, List<Stay> among) {
    return begins(year, among)
        || among.stream()
            .anyMatch(stay -> stay.period().end().map(end -> end.year() == year).orElse(false));
  }

  private boolean lies(int year, Period period) {
    int from = period.start().or(period::end).map(PartialDate::year).orElse(Integer.MAX_VALUE);
    int to = period.end().map(PartialDate::year).orElse(today.getYear());
    return from <= year && year <= to;
  }
}
