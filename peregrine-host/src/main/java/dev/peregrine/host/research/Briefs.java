package dev.peregrine.host.research;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.research.ResearchMapper.BriefRow;
import dev.peregrine.host.research.ResearchMapper.SourceRow;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The briefs of the current tenant: kept per company, each version as it was made. */
public final class Briefs {

  /** What pages that show one listen to. */
  public static final String TOPIC = "briefs";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEPT_VERSIONS = 12;

  private final Databases databases;
  private final Jobs jobs;
  private final Live live;
  private final PlainPoints withoutModel;

  /** A company that was looked up. */
  public record Known(String company, String name, Instant made, int claims) {}

  /** What stands in a row beside its columns. */
  private record Document(List<BriefSection> sections, List<Long> sources, List<Looked> looked) {}

  private record Points(List<TalkingPoint> points) {}

  /**
   * @param withoutModel makes talking points where no model did
   */
  public Briefs(Databases databases, Jobs jobs, PlainPoints withoutModel, Live live) {
    this.databases = databases;
    this.jobs = jobs;
    this.withoutModel = withoutModel;
    this.live = live;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ResearchMapper.class);
  }

  /**
   * The newest brief of a company.
   *
   * @param company as {@link Subject#key} says it
   */
  public Optional<Brief> of(String company) {
    return databases
        .current()
        .read(
            mappers -> {
              var mapper = mappers.of(ResearchMapper.class);
              return mapper.newest(company).map(row -> brief(mapper, row));
            });
  }

  /** The newest brief of a job's company. */
  public Optional<Brief> forJob(long job) {
    return jobs.findById(job).map(Subject::of).flatMap(subject -> of(subject.key()));
  }

  /** A version of a company's brief. */
  public Optional<Brief> version(String company, long id) {
    return databases
        .current()
        .read(
            mappers -> {
              var mapper = mappers.of(ResearchMapper.class);
              return mapper.find(company, id).map(row -> brief(mapper, row));
            });
  }

  /** The versions that are kept, the newest first. */
  public List<BriefVersion> versions(String company) {
    return databases
        .current()
        .read(mappers -> mappers.of(ResearchMapper.class).versions(company))
        .stream()
        .map(
            row ->
                new BriefVersion(
                    row.id(),
                    row.made(),
                    Optional.of(row.writer()).filter(text -> !text.isEmpty()),
                    Heading.of(row.heading()),
                    row.claims()))
        .toList();
  }

  /** The companies that were looked up, the latest first. */
  public List<Known> companies(int most) {
    return databases
        .current()
        .read(mappers -> mappers.of(ResearchMapper.class).companies(most))
        .stream()
        .map(row -> new Known(row.company(), row.name(), row.made(), row.claims()))
        .toList();
  }

  /**
   * What the person can say in a conversation about a job: a model's points where it made some,
   * else what of their résumé answers the posting best.
   */
  public List<TalkingPoint> points(long job) {
    List<TalkingPoint> stored =
        databases
            .current()
            .read(mappers -> mappers.of(ResearchMapper.class).points(job))
            .map(row -> JSON.readValue(row.document(), Points.class).points())
            .orElse(List.of());
    return stored.isEmpty() ? withoutModel.of(job) : stored;
  }

  /** The company of a job, as the person says which it is. */
  public Subject subject(Job job) {
    return said(Subject.of(job));
  }

  /** The company of that key; empty where nothing is known of it here. */
  public Optional<Subject> subject(String company) {
    Optional<Subject> ofJob =
        Subject.jobOf(company)
            .flatMap(jobs::findById)
            .or(
                () ->
                    jobs.ofCompany(company, 1).stream()
                        .findFirst()
                        .flatMap(one -> jobs.findById(one.id())))
            .map(Subject::of)
            .filter(subject -> subject.key().equals(company));
    return ofJob
        .or(() -> named(company))
        .or(
            () ->
                of(company)
                    .map(brief -> new Subject(company, brief.name(), Optional.empty(), false)))
        .map(this::said);
  }

  /** One that the person named. */
  private Optional<Subject> named(String company) {
    return databases
        .current()
        .read(mappers -> mappers.of(ResearchMapper.class).subject(company))
        .filter(row -> !row.name().isEmpty())
        .map(row -> new Subject(company, row.name(), Optional.empty(), false));
  }

  /** The sites that the person named, by company. */
  public Map<String, String> sites() {
    return databases.current().read(mappers -> mappers.of(ResearchMapper.class).sites()).stream()
        .collect(Collectors.toMap(ResearchMapper.SiteRow::company, ResearchMapper.SiteRow::site));
  }

  /** With what the person says of it. */
  Subject said(Subject subject) {
    return databases
        .current()
        .read(mappers -> mappers.of(ResearchMapper.class).subject(subject.key()))
        .map(
            row -> {
              Subject called = row.name().isEmpty() ? subject : subject.called(row.name());
              Optional<URI> site = HttpCall.address(row.site());
              return site.isPresent() ? called.withSite(site, true) : called;
            })
        .orElse(subject);
  }

  /**
   * Keeps which company is meant.
   *
   * @param name to search for; empty for the posting's
   * @param site its own; empty to find it
   */
  public void say(String company, String name, Optional<URI> site) {
    databases
        .current()
        .write(
            mappers -> {
              mappers
                  .of(ResearchMapper.class)
                  .saveSubject(company, name.strip(), site.map(URI::toString).orElse(""));
              return company;
            });
    changed();
  }

  /** Stores sources; they come back with their numbers. */
  List<Found> keep(String company, List<Found> found) {
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(ResearchMapper.class);
              return found.stream()
                  .map(
                      one ->
                          new Found(
                              one.source().stored(mapper.addSource(company, row(one.source()))),
                              one.near()))
                  .toList();
            });
  }

  /**
   * Stores a version.
   *
   * @param heading the one that is new in it; empty for all
   */
  Brief add(Brief brief, Optional<Heading> heading) {
    int claims = brief.sections().stream().mapToInt(section -> section.claims().size()).sum();
    var document =
        new Document(
            brief.sections(), brief.sources().stream().map(Source::id).toList(), brief.looked());
    long id =
        databases
            .current()
            .write(
                mappers -> {
                  var mapper = mappers.of(ResearchMapper.class);
                  long added =
                      mapper.add(
                          new BriefRow(
                              0,
                              brief.company(),
                              brief.name(),
                              brief.made(),
                              brief.writer().orElse(""),
                              heading.map(Heading::key).orElse(""),
                              claims,
                              JSON.writeValueAsString(document)));
                  mapper.forgetVersions(brief.company(), KEPT_VERSIONS);
                  mapper.forgetSources(brief.company());
                  return added;
                });
    changed();
    return new Brief(
        id,
        brief.company(),
        brief.name(),
        brief.made(),
        brief.writer(),
        brief.sections(),
        brief.sources(),
        brief.looked());
  }

  /** Keeps what a model says can be said about a job. */
  void keepPoints(long job, String writer, Instant now, List<TalkingPoint> points) {
    databases
        .current()
        .write(
            mappers -> {
              mappers
                  .of(ResearchMapper.class)
                  .savePoints(job, now, writer, JSON.writeValueAsString(new Points(points)));
              return job;
            });
    changed();
  }

  void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private static Brief brief(ResearchMapper mapper, BriefRow row) {
    Document document = JSON.readValue(row.document(), Document.class);
    Set<Long> used = new HashSet<>(document.sources());
    return new Brief(
        row.id(),
        row.company(),
        row.name(),
        row.made(),
        Optional.of(row.writer()).filter(text -> !text.isEmpty()),
        document.sections(),
        mapper.sources(row.company()).stream()
            .filter(source -> used.contains(source.id()))
            .map(Briefs::source)
            .toList(),
        document.looked());
  }

  private static Source source(SourceRow row) {
    return new Source(
        row.id(),
        Source.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        URI.create(row.address()),
        row.title(),
        Optional.ofNullable(row.published()).map(LocalDate::parse),
        row.fetched(),
        row.text(),
        row.toMachines());
  }

  private static SourceRow row(Source source) {
    @Nullable String published = source.published().map(LocalDate::toString).orElse(null);
    return new SourceRow(
        0,
        source.kind().name().toLowerCase(Locale.ROOT),
        source.address().toString(),
        source.title(),
        published,
        source.fetched(),
        source.text(),
        source.toMachines());
  }
}
