package dev.peregrine.host.briefs;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.briefs.BriefPart.Looking;
import dev.peregrine.host.briefs.BriefPart.Origin;
import dev.peregrine.host.briefs.BriefPart.Ref;
import dev.peregrine.host.briefs.BriefPart.Section;
import dev.peregrine.host.briefs.BriefPart.Went;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefClaim;
import dev.peregrine.host.research.BriefClaim.Standing;
import dev.peregrine.host.research.BriefSection;
import dev.peregrine.host.research.BriefVersion;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.research.Looked;
import dev.peregrine.host.research.Looked.Outcome;
import dev.peregrine.host.research.Research;
import dev.peregrine.host.research.Source;
import dev.peregrine.host.research.Subject;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages show of briefs. */
final class BriefViews {

  private final Briefs briefs;
  private final Research research;

  BriefViews(Briefs briefs, Research research) {
    this.briefs = briefs;
    this.research = research;
  }

  /** The address of a company's page. */
  static String path(String company) {
    return "/companies/" + URLEncoder.encode(company, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The newest brief, or what there is instead. */
  BriefPart part(Visit visit, Subject subject, long job) {
    return part(visit, subject, job, briefs.of(subject.key()), "");
  }

  /**
   * A version.
   *
   * @param earlier a sentence where it is not the newest
   */
  BriefPart part(Visit visit, Subject subject, long job, Optional<Brief> brief, String earlier) {
    Times times = visit.times();
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    brief.ifPresent(
        one ->
            one.sections().stream()
                .flatMap(section -> section.claims().stream())
                .flatMap(claim -> claim.sources().stream())
                .forEach(id -> numbers.putIfAbsent(id, numbers.size() + 1)));
    Map<Long, Source> sources = brief.map(Brief::sourcesById).orElse(Map.of());
    int dropped =
        brief.map(Brief::sections).orElse(List.of()).stream().mapToInt(BriefSection::dropped).sum();
    return new BriefPart(
        path(subject.key()),
        job,
        title(subject),
        looking(subject),
        brief.map(one -> made(one, times)).orElse(""),
        brief.filter(Brief::isLive).isPresent(),
        brief.map(Brief::sections).orElse(List.of()).stream()
            .map(section -> section(section, brief.orElseThrow(), numbers, sources, times))
            .toList(),
        numbers.entrySet().stream()
            .flatMap(
                entry ->
                    Optional.ofNullable(sources.get(entry.getKey())).stream()
                        .map(source -> origin(entry.getValue(), source, times)))
            .toList(),
        brief.map(Brief::looked).orElse(List.of()).stream().map(BriefViews::went).toList(),
        dropped == 0 ? "" : t("briefs.dropped", "count", dropped),
        new BriefPart.Words(
            !research.hasModel() && brief.filter(one -> one.writer().isEmpty()).isPresent(),
            research.whyNoModel().orElse("")),
        earlier,
        visit.token());
  }

  static String title(Subject subject) {
    return subject.isNameless() ? t("briefs.nameless") : subject.name();
  }

  private Looking looking(Subject subject) {
    Optional<Task> task = research.state(subject);
    boolean running = task.filter(one -> one.state().isLive()).isPresent();
    return new Looking(
        running,
        running
            ? task.map(Task::step)
                .filter(step -> !step.isEmpty())
                .orElseGet(() -> t("briefs.begins"))
            : "",
        task.map(Task::done).orElse(0L),
        task.map(Task::total).orElse(0L),
        task.filter(one -> one.state() == TaskState.FAILED).map(Task::error).orElse(""));
  }

  private static String made(Brief brief, Times times) {
    String when = times.momentWithin(brief.made());
    String from =
        brief.isLive()
            ? t("briefs.made-live", "when", when, "count", brief.sources().size())
            : t("briefs.made-from-postings", "when", when);
    return brief
        .writer()
        .map(model -> from + " " + t("briefs.worded-by", "model", model))
        .orElse(from);
  }

  private static Section section(
      BriefSection section,
      Brief brief,
      Map<Long, Integer> numbers,
      Map<Long, Source> sources,
      Times times) {
    String key = section.heading().key();
    return new Section(
        key,
        t("briefs.heading-" + key),
        switch (section.heading()) {
          case RED_FLAGS -> section.claims().isEmpty() ? "" : "caution";
          case ACCESSIBILITY, INCLUSION -> "private";
          case OVERVIEW, LEADERSHIP, TECHNOLOGY, FUNDING, RECENT, COMPETITORS -> "";
        },
        section.claims().stream()
            .filter(claim -> claim.standing() != Standing.OWN)
            .map(claim -> line(claim, numbers, sources, times))
            .toList(),
        section.claims().stream()
            .filter(claim -> claim.standing() == Standing.OWN)
            .map(BriefClaim::text)
            .toList(),
        section.made().equals(brief.made())
            ? ""
            : t("briefs.looked-up", "when", times.momentWithin(section.made())));
  }

  private static BriefPart.Line line(
      BriefClaim claim, Map<Long, Integer> numbers, Map<Long, Source> sources, Times times) {
    String day =
        claim.sources().stream()
            .map(sources::get)
            .filter(source -> source != null && source.kind() == Source.Kind.NEWS)
            .flatMap(source -> source.published().stream())
            .findFirst()
            .map(published -> " (" + times.day(published) + ")")
            .orElse("");
    return new BriefPart.Line(
        claim.text() + day,
        claim.sources().stream()
            .filter(numbers::containsKey)
            .flatMap(
                id ->
                    Optional.ofNullable(sources.get(id)).stream()
                        .map(source -> new Ref(numbers.getOrDefault(id, 0), source.title())))
            .toList());
  }

  private static Origin origin(int number, Source source, Times times) {
    URI address = source.address();
    boolean leads = address.getHost() != null && !address.getHost().endsWith(".invalid");
    return new Origin(
        number,
        source.title(),
        leads ? String.valueOf(address.getHost()) : "",
        leads ? address.toString() : "",
        Stream.of(
                t("briefs.kind-" + source.kind().name().toLowerCase(Locale.ROOT)),
                source
                    .published()
                    .map(day -> t("briefs.published", "day", times.day(day)))
                    .orElse(""),
                t("briefs.read-on", "day", times.day(source.fetched())))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")),
        source.toMachines() ? t("briefs.to-machines") : "");
  }

  private static Went went(Looked looked) {
    boolean fine = looked.outcome() == Outcome.READ;
    boolean calm = looked.outcome() == Outcome.NOTHING || looked.outcome() == Outcome.OFF;
    return new Went(fine ? "positive" : calm ? "quiet" : "caution", said(looked));
  }

  /** How it went at a place, as a sentence. */
  static String said(Looked looked) {
    return t(
        "briefs.went-" + looked.place().key(),
        "outcome",
        looked.outcome().key(),
        "count",
        looked.count(),
        "detail",
        looked.detail(),
        "left",
        looked.detail().isEmpty() ? "no" : "yes");
  }

  BriefPage.Meant meant(Visit visit, Subject subject, long job) {
    return new BriefPage.Meant(
        path(subject.key()),
        job,
        subject.name(),
        subject.siteSaid() ? subject.site().map(URI::toString).orElse("") : "",
        subject.siteSaid(),
        visit.token());
  }

  /** The versions that are kept; nothing where there is only one. */
  List<BriefPage.Version> versions(Visit visit, Subject subject, long shown) {
    List<BriefVersion> versions = briefs.versions(subject.key());
    return versions.size() < 2
        ? List.of()
        : versions.stream()
            .map(
                version ->
                    new BriefPage.Version(
                        path(subject.key()) + "/versions/" + version.id(),
                        visit.times().moment(version.made()),
                        how(version),
                        version.id() == shown))
            .toList();
  }

  private static String how(BriefVersion version) {
    String count = t("briefs.sentences", "count", version.claims());
    String what =
        version
            .heading()
            .map(heading -> t("briefs.only", "heading", t("briefs.heading-" + heading.key())))
            .or(() -> version.writer().map(model -> t("briefs.by", "model", model)))
            .orElseGet(() -> t("briefs.as-found"));
    return what + " · " + count;
  }
}
