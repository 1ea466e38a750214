package dev.peregrine.host.applications;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The current tenant's applications: what goes along, what is to be thought of, and what was sent.
 * What was sent is never changed, whatever becomes of the job, its letter and its résumé.
 */
public final class Applications {

  /** The topic of {@link Live} that is told when something of an application changes. */
  public static final String TOPIC = "applications";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final Papers papers;
  private final Checklist checklist;

  public Applications(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
    this.papers = new Papers(databases, live, clock);
    this.checklist = new Checklist(databases, clock);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(PaperMapper.class, CheckMapper.class, ApplicationMapper.class);
  }

  /** The files that go along. */
  public Papers papers() {
    return papers;
  }

  /** What is to be thought of. */
  public Checklist checklist() {
    return checklist;
  }

  /**
   * Keeps what was sent. What was kept last is not kept twice by pressing twice.
   *
   * @param applied when the person says they applied
   * @param move the decision by which the job went on; 0 where it had gone on before
   */
  public Sent keep(long job, Content content, Instant applied, long move) {
    String json = JSON.writeValueAsString(content);
    var row = new ApplicationMapper.Row(0, job, clock.instant(), applied, move, json, sha256(json));
    Optional<Sent> last = of(job).stream().findFirst();
    if (move == 0 && last.isPresent() && last.get().sha256().equals(row.sha256())) {
      return last.get();
    }
    Sent kept =
        databases
            .current()
            .write(
                mappers -> {
                  var mapper = mappers.of(ApplicationMapper.class);
                  return sent(mapper.find(mapper.add(row)).orElseThrow());
                });
    live.changed(Tenant.current().id(), TOPIC);
    return kept;
  }

  /** What was sent for a job, the last first. */
  public List<Sent> of(long job) {
    return read(mapper -> mapper.of(job)).stream().map(Applications::sent).toList();
  }

  /** The jobs for which something was sent. */
  public List<Long> jobs() {
    return read(ApplicationMapper::jobs);
  }

  /** What was sent, by its number. */
  public Optional<Sent> findById(long id) {
    return read(mapper -> mapper.find(id)).map(Applications::sent);
  }

  /** The bytes of a file that was sent, if they are there and still the same. */
  public Optional<byte[]> bytes(Content.FileThen file) {
    return Vault.find(file.sha256());
  }

  private static Sent sent(ApplicationMapper.Row row) {
    return new Sent(
        row.id(),
        row.job(),
        row.made(),
        row.applied(),
        row.move(),
        JSON.readValue(row.content(), Content.class),
        row.sha256(),
        sha256(row.content()).equals(row.sha256()));
  }

  private static String sha256(String json) {
    return Vault.sha256(json.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T read(Function<ApplicationMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ApplicationMapper.class)));
  }
}
